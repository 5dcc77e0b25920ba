using Market.Ledger.Amounts;

namespace Market.Ledger.Journals;

/// <summary>One side of an entry: an account debited or credited.</summary>
/// <param name="Account">The account.</param>
/// <param name="Client">The client, on the clients' account; nothing on any other.</param>
/// <param name="Debit">What is debited; zero on a credited line. Never negative.</param>
/// <param name="Credit">What is credited; zero on a debited line. Never negative.</param>
public sealed record JournalLine(BookAccount Account, AuxiliaryAccount? Client, Money Debit, Money Credit)
{
    /// <summary>Debit less credit: positive where the line debits.</summary>
    public Money Net => Debit - Credit;

    internal static JournalLine Debiting(BookAccount account, AuxiliaryAccount? client, Money amount) => new(account, client, amount, Money.Zero(amount.Currency));

    internal static JournalLine Crediting(BookAccount account, AuxiliaryAccount? client, Money amount) => new(account, client, Money.Zero(amount.Currency), amount);
}
