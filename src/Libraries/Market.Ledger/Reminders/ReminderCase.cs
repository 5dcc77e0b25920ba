namespace Market.Ledger.Reminders;

/// <summary>What is known of an account on the day somebody asks whether to remind its member.</summary>
/// <param name="Balances">The account's balances.</param>
/// <param name="Debts">What is owed, from the oldest; see <see cref="Allocation.Debts"/>.</param>
public sealed record ReminderCase(Balances Balances, IReadOnlyList<OpenDebt> Debts)
{
    /// <summary>Every reminder of the account so far.</summary>
    public IReadOnlyList<PastReminder> Past { get; init; } = [];

    /// <summary>Whether the member wants the obligatory mails only.</summary>
    public bool IsOptedOut { get; init; }

    /// <summary>The last day on which the member is left in peace, if somebody said so.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Whether the account takes operations.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Whether the member has a mail address.</summary>
    public bool HasAddress { get; init; } = true;

    /// <summary>The day up to which the market knows its bank account; none where it keeps no bank data.</summary>
    public DateOnly? BankDataUntil { get; init; }

    /// <summary>The day the oldest debt began: the reminders since then count for what is owed now. None where nothing is owed.</summary>
    public DateOnly? DebtSince => Debts.Count == 0 ? null : Debts[0].Since;

    /// <summary>What a reminder says is owed. Not negative.</summary>
    /// <param name="basis">Which balance it speaks of.</param>
    public Money Owed(ReminderBasis basis)
    {
        var balance = basis is ReminderBasis.Projected ? Balances.Projected : Balances.Confirmed;
        return balance.IsNegative ? balance.Abs() : Money.Zero(balance.Currency);
    }
}
