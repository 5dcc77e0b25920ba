using Market.Ledger.Amounts;
using Market.Ledger.Reminders;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Reminders.ViewModels;

/// <summary>A member's reminders, and the form for what is chosen about them.</summary>
public class ReminderAccountViewModel
{
    public bool IsOptedOut { get; set; }

    /// <summary>As the browser's date field sends it.</summary>
    public string? PausedUntil { get; set; }

    /// <summary>What the form showed when it was opened.</summary>
    public bool ShownOptedOut { get; set; }

    /// <summary>What the form showed when it was opened.</summary>
    public string? ShownPausedUntil { get; set; }

    [BindNever]
    [ValidateNever]
    public ClientAccount Account { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public Money Owed { get; set; }

    [BindNever]
    [ValidateNever]
    public ReminderDecision Decision { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public SentTableViewModel Sent { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public bool MayChange { get; set; }
}
