using Market.Payments.Reminders.Sending;

namespace Market.Payments.Reminders.ViewModels;

/// <summary>The mail to the coordinators.</summary>
public class ReminderDigestViewModel
{
    public string Culture { get; set; } = string.Empty;

    public string Subject { get; set; } = string.Empty;

    public string MarketName { get; set; } = string.Empty;

    public IReadOnlyList<ReminderClaim> Claims { get; set; } = [];

    /// <summary>What comes before an account's id in the address of its page; none where the site's own address is not known.</summary>
    public string? AccountsAddress { get; set; }
}
