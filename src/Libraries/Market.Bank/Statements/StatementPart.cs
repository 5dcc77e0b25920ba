using Market.Ledger.Amounts;

namespace Market.Bank.Statements;

/// <summary>
/// What a file of statements says, in its order: of each statement its beginning, its lines and its end. What breaks a file is its last part,
/// and then nothing of the file is to be used.
/// </summary>
public abstract record StatementPart
{
    private StatementPart()
    {
    }

    /// <summary>A statement begins.</summary>
    /// <param name="Account">The account as the file names it: an IBAN without spaces, or the bank's own number.</param>
    /// <param name="Currency">The account's currency.</param>
    /// <param name="Id">The bank's id of the statement, where it gives one.</param>
    /// <param name="Opening">What the account held before; none where the file does not say it.</param>
    public sealed record Began(string Account, Currency Currency, string? Id, BankBalance? Opening) : StatementPart;

    /// <summary>A movement.</summary>
    /// <param name="Movement">What moved.</param>
    public sealed record Moved(BankLine Movement) : StatementPart;

    /// <summary>The statement ends.</summary>
    /// <param name="Closing">What the account holds after it; none where the file does not say it.</param>
    public sealed record Ended(BankBalance? Closing) : StatementPart;

    /// <summary>The file is not what it should be.</summary>
    /// <param name="Fault">Where it breaks, and how.</param>
    public sealed record Broken(StatementFault Fault) : StatementPart;
}
