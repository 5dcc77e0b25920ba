using Market.Ledger.Reminders;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Reminders.ViewModels;

/// <summary>The ladder's form.</summary>
public class RemindersSettingsViewModel
{
    public string? Threshold { get; set; }

    public ReminderBasis Basis { get; set; }

    public int? GraceDays { get; set; }

    public List<ReminderStepViewModel> Steps { get; set; } = [];

    public int? DigestAfterDays { get; set; }

    public string? DigestRecipients { get; set; }

    public int? CooldownDays { get; set; }

    public int? Cap { get; set; }

    public DayOfWeek[] QuietWeekdays { get; set; } = [];

    /// <summary>One a line.</summary>
    public string? QuietPeriods { get; set; }

    public int? MaxBankAgeDays { get; set; }

    public string? Sender { get; set; }

    /// <summary>The languages of the site.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<string> Cultures { get; set; } = [];
}
