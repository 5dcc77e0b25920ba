using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Mt940;

/// <summary>
/// Reads customer statements of SWIFT (MT940), with or without the message's envelope; several statements one after another, and those of
/// several pages, which are one.
/// </summary>
/// <remarks>
/// Sources: SWIFT, <i>Standards MT, Category 9</i>; DFÜ-Abkommen, Anlage 3, for field 86. A statement is whole once its final balance (62F) is
/// read; a page's own (62M) says that another one follows.
/// </remarks>
public static class Mt940Reader
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
        var (account, id) = ((string?)null, (string?)null);
        var (page, next) = (default(Page?), default(Page?));
        BankLine? movement = null;
        var isWhole = false;
        foreach (var (tag, value, line) in Mt940Fields.Of(text))
        {
            if (tag is not "86" && movement is not null)
            {
                yield return new StatementPart.Moved(movement);
                movement = null;
            }

            switch (tag)
            {
                case "25" or "25P":
                    account = Mt940Values.Account(value);
                    break;
                case "28" or "28C":
                    id = BankText.OrNull(value);
                    break;
                case "60F" or "60M":
                    var opening = Mt940Values.Balance(value, line);
                    var begun = new Page(account ?? throw Missing(line, ":25:"), opening.Amount.Currency);
                    if (page is not null || (next is not null && (tag is "60F" || begun != next)))
                    {
                        throw Missing(line, ":62F:");
                    }

                    if (next is null)
                    {
                        yield return new StatementPart.Began(begun.Account, begun.Currency, id, opening);
                    }

                    (page, next) = (begun, null);
                    break;
                case "61":
                    movement = Mt940Values.Movement(value, page?.Currency ?? throw Missing(line, ":60F:"), line);
                    break;
                case "86" when movement is not null:
                    movement = Mt940Details.Add(movement, value);
                    break;
                case "62F" or "62M":
                    var closing = Mt940Values.Balance(value, line);
                    if ((page ?? throw Missing(line, ":60F:")).Currency != closing.Amount.Currency)
                    {
                        throw new BrokenStatementException(StatementFaultReason.NotACurrency, line, closing.Amount.Currency.Code);
                    }

                    if (tag is "62F")
                    {
                        yield return new StatementPart.Ended(closing);
                        isWhole = true;
                    }

                    (page, next, id) = (null, tag is "62M" ? page : null, null);
                    break;
            }
        }

        if (page is not null || next is not null || !isWhole)
        {
            throw Missing(0, ":62F:");
        }
    }

    private static BrokenStatementException Missing(int line, string what) => new(StatementFaultReason.Missing, line, what);

    private sealed record Page(string Account, Currency Currency);
}
