namespace Market.Payments.Reminders.ViewModels;

public class ReminderTextViewModel
{
    public string? Subject { get; set; }

    public string? Body { get; set; }
}
