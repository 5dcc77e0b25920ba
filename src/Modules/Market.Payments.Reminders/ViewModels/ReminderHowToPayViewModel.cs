
namespace Market.Payments.Reminders.ViewModels;

/// <summary>How to pay, as it stands in a mail.</summary>
public class ReminderHowToPayViewModel
{
    public IReadOnlyList<object> Ways { get; set; } = [];
}
