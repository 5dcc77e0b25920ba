using Market.Ledger.Amounts;

namespace Market.Ledger.Trends;

/// <summary>What an account's operations of a month come to.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Month">The month of their days; all that was before the time looked at may stand in the month before it.</param>
/// <param name="Moved">Their sum: what the balance changed by.</param>
/// <param name="Charged">What of that made the account owe: orders and fees with what took them back, other debits. Below zero where it was charged; above where more was taken back.</param>
public sealed record AccountMonth(string AccountId, Month Month, Money Moved, Money Charged);
