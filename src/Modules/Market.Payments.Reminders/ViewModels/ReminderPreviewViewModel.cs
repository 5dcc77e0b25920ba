using Market.Payments.Reminders.Mails;
using Market.Payments.Reminders.Sending;

namespace Market.Payments.Reminders.ViewModels;

public class ReminderPreviewViewModel
{
    /// <summary>Who may be chosen.</summary>
    public required IReadOnlyList<ClientAccount> Accounts { get; init; }

    public string? AccountId { get; init; }

    public int Steps { get; init; }

    public int Step { get; init; }

    /// <summary>None where the member has no mail address.</summary>
    public Recipient? Recipient { get; init; }

    /// <summary>None where nobody is chosen yet.</summary>
    public ReminderMail? Mail { get; init; }
}
