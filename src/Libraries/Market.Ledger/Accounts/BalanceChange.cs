using Market.Ledger.Amounts;

namespace Market.Ledger.Accounts;

/// <summary>A confirmed balance before and after something was posted.</summary>
/// <param name="Before">The balance before.</param>
/// <param name="After">The balance after.</param>
public readonly record struct BalanceChange(Money Before, Money After)
{
    /// <summary>Whether the balance went down.</summary>
    public bool IsDown => After < Before;

    /// <summary>Whether the account owed something and owes nothing now.</summary>
    public bool Settles => Before.IsNegative && !After.IsNegative;

    /// <summary>Whether the balance stood at the threshold or above and is below it now. What is below already does not cross it again.</summary>
    public bool FallsBelow(Money threshold) => Before >= threshold && After < threshold;

    /// <summary>Reads a change as events tell it: in units, with a point.</summary>
    /// <returns>The change, or none where one of the texts is no amount.</returns>
    public static BalanceChange? Read(string? before, string? after, Currency currency) =>
        Money.ReadInvariant(before, currency) is { } from && Money.ReadInvariant(after, currency) is { } to ? new BalanceChange(from, to) : null;
}
