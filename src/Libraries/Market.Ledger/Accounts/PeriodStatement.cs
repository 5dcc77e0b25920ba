using Market.Ledger.Amounts;

namespace Market.Ledger.Accounts;

/// <summary>
/// An account's operations of a period by the days that they belong to, between the balance before it and the balance after it. An operation
/// that was recorded late stands at its own day, so that the balance of a day is that of all that belongs to the day and those before it.
/// </summary>
/// <param name="From">The first day; none for all from the beginning.</param>
/// <param name="To">The last day; none for all there is.</param>
/// <param name="Opening">The balance before the first day.</param>
/// <param name="Credits">The sum of what was credited in the period. Not negative.</param>
/// <param name="Debits">The sum of what was debited in the period. Not positive.</param>
/// <param name="Lines">The operations from the oldest, each with the balance after it.</param>
public sealed record PeriodStatement(DateOnly? From, DateOnly? To, Money Opening, Money Credits, Money Debits, IReadOnlyList<StatementLine> Lines)
{
    /// <summary>The balance after the last day.</summary>
    public Money Closing => Opening + Credits + Debits;

    /// <summary>Reads an account over a period.</summary>
    /// <param name="operations">All operations of one account, in their order.</param>
    /// <param name="from">The first day; none for all from the beginning.</param>
    /// <param name="to">The last day; none for all there is.</param>
    /// <param name="currency">The market's currency.</param>
    public static PeriodStatement Of(IEnumerable<Operation> operations, DateOnly? from, DateOnly? to, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(currency);
        var (opening, credits, debits) = (Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));
        var lines = new List<StatementLine>();
        foreach (var operation in UpTo(operations, to).OrderBy(operation => operation.OccurredOn).ThenBy(operation => operation.Sequence))
        {
            if (operation.OccurredOn < from)
            {
                opening += operation.Amount;
                continue;
            }

            credits += operation.Amount.IsPositive ? operation.Amount : Money.Zero(currency);
            debits += operation.Amount.IsNegative ? operation.Amount : Money.Zero(currency);
            lines.Add(new StatementLine(operation, opening + credits + debits));
        }

        return new PeriodStatement(from, to, opening, credits, debits, lines);
    }

    /// <summary>An account as of a day: what belongs to it and to the days before it, in the account's order.</summary>
    /// <param name="operations">All operations of one account, in their order.</param>
    /// <param name="day">The day; none for all there is.</param>
    public static IEnumerable<Operation> UpTo(IEnumerable<Operation> operations, DateOnly? day)
    {
        ArgumentNullException.ThrowIfNull(operations);
        return operations.Where(operation => day is null || operation.OccurredOn <= day);
    }
}
