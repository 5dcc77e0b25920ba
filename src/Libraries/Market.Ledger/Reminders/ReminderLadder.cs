using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Ledger.Reminders;

/// <summary>How a market reminds its members of what they owe: when, how often, and when not.</summary>
/// <param name="Threshold">The amount that must be owed, and more, for anything to go out. Not negative.</param>
/// <param name="Steps">The mails to the member, in their order.</param>
public sealed record ReminderLadder(Money Threshold, IReadOnlyList<ReminderStep> Steps)
{
    /// <summary>The number of the digest, the last step; the mails are numbered from one.</summary>
    public const int DigestStep = 0;

    /// <summary>Which balance the mails speak of.</summary>
    public ReminderBasis Basis { get; init; }

    /// <summary>How many days a debt is left in peace.</summary>
    public int GraceDays { get; init; }

    /// <summary>How many days after the last mail the coordinator is told; none where they are not.</summary>
    public int? DigestAfterDays { get; init; }

    /// <summary>How many days pass at least between two mails to one member, whatever the debt.</summary>
    public int CooldownDays { get; init; }

    /// <summary>The most mails to a member for one debt; the coordinator is told instead of the next one.</summary>
    public int Cap { get; init; } = int.MaxValue;

    /// <summary>When nothing goes out.</summary>
    public QuietDays QuietDays { get; init; } = QuietDays.None;

    /// <summary>How many days old the market's bank data may be: while it is older, debts may be paid that still show. None where it does not matter.</summary>
    public int? MaxBankAgeDays { get; init; }

    /// <summary>Whether a debt has had its days of grace.</summary>
    public bool IsOverdue(OpenDebt debt, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(debt);
        return debt.AgeOn(today) >= GraceDays;
    }

    /// <summary>How many days after a mail the next step comes, be it a mail or the digest; none where it is the last one.</summary>
    /// <param name="mail">The mail's number.</param>
    internal int? DaysAfter(int mail) => mail < Steps.Count ? Steps[mail].DaysAfterPrevious : DigestAfterDays;
}
