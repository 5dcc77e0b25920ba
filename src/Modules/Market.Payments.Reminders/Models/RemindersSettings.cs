using Market.Ledger.Amounts;
using Market.Ledger.Reminders;

namespace Market.Payments.Reminders.Models;

/// <summary>The market's ladder and its texts, kept in the site's settings.</summary>
public class RemindersSettings
{
    /// <summary>What must be owed and more, in minor units.</summary>
    public long ThresholdMinorUnits { get; set; }

    public ReminderBasis Basis { get; set; }

    public int GraceDays { get; set; }

    public ReminderStepSettings[] Steps { get; set; } = [];

    public int? DigestAfterDays { get; set; }

    public int CooldownDays { get; set; }

    public int Cap { get; set; } = 3;

    public DayOfWeek[] QuietWeekdays { get; set; } = [];

    /// <summary>As <see cref="QuietPeriod.Read"/> reads them.</summary>
    public string[] QuietPeriods { get; set; } = [];

    public int? MaxBankAgeDays { get; set; }

    /// <summary>The coordinators' mail addresses, with commas between.</summary>
    public string? DigestRecipients { get; set; }

    /// <summary>The address the mails come from, where it is not the site's.</summary>
    public string? Sender { get; set; }

    public ReminderLadder ToLadder(Currency currency) => new(
        new Money(ThresholdMinorUnits, currency),
        [.. Steps.Select(step => new ReminderStep(step.DaysAfterPrevious, step.IsObligatory))])
    {
        Basis = Basis,
        GraceDays = GraceDays,
        DigestAfterDays = DigestAfterDays,
        CooldownDays = CooldownDays,
        Cap = Cap,
        QuietDays = new QuietDays(QuietWeekdays, [.. QuietPeriods.Select(QuietPeriod.Read).OfType<QuietPeriod>()]),
        MaxBankAgeDays = MaxBankAgeDays,
    };
}
