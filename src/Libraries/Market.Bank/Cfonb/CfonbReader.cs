using Market.Bank.Statements;
using Market.Bank.Text;

namespace Market.Bank.Cfonb;

/// <summary>
/// Reads statements of the French banks' fixed form of 120 characters: 01 the balance before, 04 a movement, 05 what completes it, 07 the
/// balance after; of several accounts one after another, with or without line ends.
/// </summary>
/// <remarks>
/// Sources: CFONB, <i>Relevé de compte sur support informatique</i> (2004) and <i>Évolutions du relevé de compte 120 caractères pour les
/// opérations de virement</i> (2007). A statement is whole once its balance after is read.
/// </remarks>
public static class CfonbReader
{
    /// <summary>What the file says.</summary>
    /// <param name="content">The file, in which one can go back. It is left open.</param>
    public static IEnumerable<StatementPart> Read(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Guard.Until(Walk(content));
    }

    private static IEnumerable<StatementPart> Walk(Stream content)
    {
        using var text = TextFile.Open(content);
        CfonbRecord? opening = null;
        BankLine? movement = null;
        var isFound = false;
        foreach (var record in CfonbRecords.Of(text))
        {
            Check(record, opening, isFound);
            isFound = true;
            if (record.Code is not "05" && movement is not null)
            {
                yield return new StatementPart.Moved(movement);
                movement = null;
            }

            switch (record.Code)
            {
                case "01":
                    opening = record;
                    yield return new StatementPart.Began(record.Account, record.Currency, Id: null, new BankBalance(record.Amount, record.Day));
                    break;
                case "04":
                    movement = CfonbMovement.Of(record);
                    break;
                case "05" when movement is not null:
                    movement = CfonbMovement.Complete(movement, record);
                    break;
                case "07":
                    yield return new StatementPart.Ended(new BankBalance(record.Amount, record.Day));
                    opening = null;
                    break;
            }
        }

        if (opening is not null || !isFound)
        {
            throw isFound ? new BrokenStatementException(StatementFaultReason.Missing, 0, "07") : new BrokenStatementException(StatementFaultReason.UnknownForm);
        }
    }

    // A movement stands between the two balances of its own account.
    private static void Check(CfonbRecord record, CfonbRecord? opening, bool isFound)
    {
        var isKnown = record.Code is "01" or "04" or "05" or "07";
        if (!isKnown || (opening is null) != (record.Code is "01"))
        {
            throw new BrokenStatementException(isKnown || isFound ? StatementFaultReason.NotWellFormed : StatementFaultReason.UnknownForm, record.Line, record.Code);
        }

        if (record.Code is "04" or "07" && !record.IsOfAccountOf(opening!))
        {
            throw new BrokenStatementException(StatementFaultReason.NotWellFormed, record.Line, record.Account);
        }

        if (record.Code is "04" or "07" && record.Currency != opening!.Currency)
        {
            throw new BrokenStatementException(StatementFaultReason.NotACurrency, record.Line, record.Currency.Code);
        }
    }
}
