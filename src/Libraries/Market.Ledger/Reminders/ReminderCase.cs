using Market.Ledger.Accounts;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Ledger.Reminders;

/// <summary>What is known of an account on the day somebody asks whether to remind its member.</summary>
/// <param name="Balances">The account's balances.</param>
/// <param name="Debts">What is owed, from the oldest; see <see cref="Allocation.Debts"/>.</param>
public sealed record ReminderCase(Balances Balances, IReadOnlyList<OpenDebt> Debts)
{
    /// <summary>What of the announced payments is overdue: it stops no reminder. None where nothing is.</summary>
    public Money? OverduePending { get; init; }

    /// <summary>Every reminder of the account so far.</summary>
    public IReadOnlyList<PastReminder> Past { get; init; } = [];

    /// <summary>The mails that could not be sent, each until it is.</summary>
    public IReadOnlyList<FailingReminder> Failing { get; init; } = [];

    /// <summary>Whether the member wants the obligatory mails only.</summary>
    public bool IsOptedOut { get; init; }

    /// <summary>The last day on which the member is left in peace, if somebody said so.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Whether the account takes operations.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Whether the member has a mail address.</summary>
    public bool HasAddress { get; init; } = true;

    /// <summary>Whether the market keeps bank data at all.</summary>
    public bool HasBankData { get; init; }

    /// <summary>The day up to which the market knows its bank account; none where nobody has said so yet.</summary>
    public DateOnly? BankDataUntil { get; init; }

    /// <summary>
    /// The day from which more than a threshold is owed: the reminders since then count for what is owed now. A few cents left of an older
    /// debt make no later one older. None where no more is owed.
    /// </summary>
    /// <param name="threshold">What may be owed in peace.</param>
    public DateOnly? DebtSince(Money threshold)
    {
        var owed = Money.Zero(threshold.Currency);
        foreach (var debt in Debts)
        {
            owed += debt.Remaining;
            if (owed > threshold)
            {
                return debt.Since;
            }
        }

        return null;
    }

    /// <summary>What has been owed for as long as the days of grace: an order of next week's distribution is not. Not negative.</summary>
    /// <param name="ladder">The market's ladder.</param>
    /// <param name="basis">Which balance it speaks of: what is announced pays the oldest debts first.</param>
    /// <param name="today">The market's day.</param>
    public Money Overdue(ReminderLadder ladder, ReminderBasis basis, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        var zero = Money.Zero(Balances.Confirmed.Currency);
        var overdue = Debts.Where(debt => ladder.IsOverdue(debt, today)).Aggregate(zero, (sum, debt) => sum + debt.Remaining);
        var left = basis is ReminderBasis.Projected ? overdue - Awaited : overdue;
        return left.IsNegative ? zero : left;
    }

    /// <summary>What a reminder says is owed. Not negative.</summary>
    /// <param name="basis">Which balance it speaks of.</param>
    public Money Owed(ReminderBasis basis)
    {
        var balance = basis is ReminderBasis.Projected ? Balances.Confirmed + Awaited : Balances.Confirmed;
        return balance.IsNegative ? balance.Abs() : Money.Zero(balance.Currency);
    }

    // What is announced and may still arrive.
    private Money Awaited => OverduePending is { } overdue ? Balances.Pending - overdue : Balances.Pending;
}
