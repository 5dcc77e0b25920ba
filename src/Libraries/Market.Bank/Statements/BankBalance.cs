using Market.Ledger.Amounts;

namespace Market.Bank.Statements;

/// <summary>What a bank says an account holds.</summary>
/// <param name="Amount">How much. Negative where the account is overdrawn.</param>
/// <param name="On">The end of the day it is said for; for an opening balance the day before the statement's first, or its first, as the bank has it.</param>
public sealed record BankBalance(Money Amount, DateOnly On);
