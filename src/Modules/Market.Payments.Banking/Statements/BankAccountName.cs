using Market.Ledger.Banking;

namespace Market.Payments.Banking.Statements;

/// <summary>A bank account as people read it: an IBAN in groups of four, another number as the bank writes it.</summary>
public static class BankAccountName
{
    public static string ForPeople(string account) => Iban.TryParse(account, out var iban) ? iban.ToString() : account;
}
