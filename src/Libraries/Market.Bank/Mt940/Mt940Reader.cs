using System.Text;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Mt940;

/// <summary>Reads customer statements of SWIFT (MT940), with or without the message's envelope; several statements one after another.</summary>
/// <remarks>Sources: SWIFT, <i>Standards MT, Category 9</i>; DFÜ-Abkommen, Anlage 3, for field 86.</remarks>
public static class Mt940Reader
{
    private const int MaxFieldLength = 10_000;

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
        Currency? currency = null;
        var isWhole = false;
        BankLine? movement = null;
        foreach (var (tag, value, line) in Fields(text))
        {
            if (tag is not "86" && movement is not null)
            {
                yield return new StatementPart.Moved(movement);
                movement = null;
            }

            switch (tag)
            {
                case "25":
                    account = Mt940Field.Account(value);
                    break;
                case "28" or "28C":
                    id = BankText.OrNull(value);
                    break;
                case "60F" or "60M":
                    var opening = Mt940Field.Balance(value, line);
                    currency = opening.Amount.Currency;
                    yield return new StatementPart.Began(account ?? throw Mt940Field.Broken(StatementFaultReason.Missing, line, ":25:"), currency, id, opening);
                    break;
                case "61":
                    movement = Mt940Field.Movement(value, currency ?? throw Mt940Field.Broken(StatementFaultReason.Missing, line, ":60F:"), line);
                    break;
                case "86" when movement is not null:
                    movement = Mt940Details.Add(movement, value);
                    break;
                case "62F" or "62M":
                    var closing = Mt940Field.Balance(value, line);
                    if (currency != closing.Amount.Currency)
                    {
                        throw Mt940Field.Broken(StatementFaultReason.NotACurrency, line, closing.Amount.Currency.Code);
                    }

                    yield return new StatementPart.Ended(closing);
                    (currency, id, isWhole) = (null, null, true);
                    break;
            }
        }

        if (currency is not null || !isWhole)
        {
            throw Mt940Field.Broken(StatementFaultReason.Missing, 0, ":62F:");
        }
    }

    // A field is its tag between colons at a line's beginning, and goes on until the next one.
    private static IEnumerable<(string Tag, string Value, int Line)> Fields(StreamReader text)
    {
        var (tag, at, number, found) = ((string?)null, 0, 0, false);
        var value = new StringBuilder();
        while (text.ReadLine() is { } line)
        {
            number++;
            line = line.TrimStart('\ufeff', '\u0001');
            if (line.StartsWith('{') && line.IndexOf("{4:", StringComparison.Ordinal) is >= 0 and var block)
            {
                line = line[(block + 3)..];
            }

            if (line.Length > 3 && line[0] == ':' && line.IndexOf(':', 1) is 3 or 4)
            {
                if (tag is not null)
                {
                    yield return (tag, value.ToString(), at);
                }

                var end = line.IndexOf(':', 1);
                (tag, at, found) = (line[1..end], number, found || line.StartsWith(":20:", StringComparison.Ordinal));
                value.Clear().Append(line.AsSpan(end + 1));
                if (!found)
                {
                    throw Mt940Field.Broken(StatementFaultReason.UnknownForm, number, null);
                }
            }
            else if (tag is not null && line is not ("-" or "-}") && !line.StartsWith("-}", StringComparison.Ordinal))
            {
                value.Append('\n').Append(line);
            }

            if (value.Length > MaxFieldLength)
            {
                throw Mt940Field.Broken(StatementFaultReason.TooLarge, number, null);
            }
        }

        if (tag is null)
        {
            throw Mt940Field.Broken(StatementFaultReason.UnknownForm, 0, null);
        }

        yield return (tag, value.ToString(), at);
    }
}
