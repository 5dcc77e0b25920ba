using Market.Ledger.Amounts;

namespace Market.Payments.Accounts;

/// <summary>Which accounts are meant.</summary>
public enum AccountCriterionKind
{
    /// <summary>Those that owe more than an amount.</summary>
    OwingMoreThan,

    /// <summary>Those that hold at least an amount.</summary>
    CreditOfAtLeast,

    /// <summary>Those whose oldest open debt is more than so many days old.</summary>
    DebtOlderThan,
}

/// <summary>Which accounts are meant, and beyond what.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Amount">The amount, for those that go by one.</param>
/// <param name="Days">The days, for those that go by age.</param>
public sealed record AccountCriterion(AccountCriterionKind Kind, Money Amount, int Days);
