using Market.Ledger.Amounts;

namespace Market.Ledger.Accounts;

/// <summary>How many operations, and what they come to.</summary>
/// <param name="Operations">How many.</param>
/// <param name="Debits">The sum of the debits, without their sign. Not negative.</param>
/// <param name="Credits">The sum of the credits. Not negative.</param>
public sealed record LedgerTotals(long Operations, Money Debits, Money Credits)
{
    /// <summary>Credits less debits.</summary>
    public Money Net => Credits - Debits;

    /// <summary>No operation.</summary>
    public static LedgerTotals None(Currency currency) => new(0, Money.Zero(currency), Money.Zero(currency));

    /// <summary>The totals with one more operation.</summary>
    public LedgerTotals With(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Amount.IsNegative
            ? this with { Operations = Operations + 1, Debits = Debits - operation.Amount }
            : this with { Operations = Operations + 1, Credits = Credits + operation.Amount };
    }

    /// <summary>Two totals together.</summary>
    public static LedgerTotals operator +(LedgerTotals left, LedgerTotals right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new LedgerTotals(left.Operations + right.Operations, left.Debits + right.Debits, left.Credits + right.Credits);
    }

    /// <summary>The totals less others that are part of them.</summary>
    public static LedgerTotals operator -(LedgerTotals left, LedgerTotals right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new LedgerTotals(left.Operations - right.Operations, left.Debits - right.Debits, left.Credits - right.Credits);
    }
}
