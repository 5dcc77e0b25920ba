using Market.Ledger.Amounts;

namespace Market.Payments.Paying;

/// <summary>What every form that posts says, once it is read.</summary>
internal sealed record MoneyEntry(string Key, Money Amount, DateOnly OccurredOn);
