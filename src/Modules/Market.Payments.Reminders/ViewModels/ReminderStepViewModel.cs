namespace Market.Payments.Reminders.ViewModels;

/// <summary>A mail in the settings' form.</summary>
public class ReminderStepViewModel
{
    public int? DaysAfterPrevious { get; set; }

    public bool IsObligatory { get; set; }

    public Dictionary<string, ReminderTextViewModel> Texts { get; set; } = [];
}
