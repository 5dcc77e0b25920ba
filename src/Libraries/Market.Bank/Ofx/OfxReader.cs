using System.Globalization;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Ofx;

/// <summary>Reads statements of Open Financial Exchange, 1 (SGML, whose elements need not be closed) and 2 (XML); several accounts one after another.</summary>
/// <remarks>Source: OFX 1.6 and 2.2, chapter 11. French banks write decimal commas and headers that lie about the charset.</remarks>
public static class OfxReader
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
        var (isOfx, isIn, isWhole, hasBegun) = (false, false, false, false);
        var fields = new Dictionary<string, OfxElement>(StringComparer.Ordinal);
        var movement = (Dictionary<string, OfxElement>?)null;
        Currency? currency = null;
        foreach (var element in OfxElements.Of(text))
        {
            isOfx |= element.Name == "OFX";
            if (!isOfx)
            {
                continue;
            }

            switch (element.Name)
            {
                case "STMTRS" or "CCSTMTRS":
                    (isIn, hasBegun, currency) = (true, false, null);
                    fields.Clear();
                    break;
                case "STMTTRN":
                    if (!hasBegun)
                    {
                        hasBegun = true;
                        currency = CurrencyOf(fields, element.Line);
                        yield return Begin(fields, currency, element.Line);
                    }
                    else if (movement is not null)
                    {
                        // Its end was left out, as this form may.
                        yield return new StatementPart.Moved(Movement(movement, currency!, element.Line));
                    }

                    movement = new Dictionary<string, OfxElement>(StringComparer.Ordinal);
                    break;
                case "/STMTTRN" or "/BANKTRANLIST" or "LEDGERBAL":
                    if (movement is not null)
                    {
                        yield return new StatementPart.Moved(Movement(movement, currency!, element.Line));
                        movement = null;
                    }

                    if (element.Name == "LEDGERBAL")
                    {
                        fields.Remove("BALAMT");
                        fields.Remove("DTASOF");
                    }

                    break;
                case "AVAILBAL" or "/LEDGERBAL":
                    if (fields.Remove("BALAMT", out var balance))
                    {
                        fields["LEDGER"] = balance;
                        fields["LEDGERDAY"] = fields.GetValueOrDefault("DTASOF");
                    }

                    break;
                case "/STMTRS" or "/CCSTMTRS" when isIn:
                    if (!hasBegun)
                    {
                        currency = CurrencyOf(fields, element.Line);
                        yield return Begin(fields, currency, element.Line);
                    }

                    yield return new StatementPart.Ended(Closing(fields, currency!));
                    (isIn, isWhole) = (false, true);
                    break;
                default:
                    if (isIn && element.Value.Length > 0)
                    {
                        (movement ?? fields)[element.Name] = element;
                    }

                    break;
            }
        }

        if (isIn || !isWhole)
        {
            throw new BrokenStatementException(new StatementFault(isOfx ? StatementFaultReason.NotWellFormed : StatementFaultReason.UnknownForm));
        }
    }

    private static StatementPart.Began Begin(Dictionary<string, OfxElement> fields, Currency currency, int line)
    {
        var account = fields.GetValueOrDefault("ACCTID").Value ?? throw Broken(StatementFaultReason.Missing, line, "ACCTID");
        var (bank, branch) = (fields.GetValueOrDefault("BANKID").Value, fields.GetValueOrDefault("BRANCHID").Value);
        return new StatementPart.Began(
            bank is { Length: 5 } && branch is { Length: 5 } && account.Length == 11 ? FrenchAccount.Iban(bank, branch, account) : account.Replace(" ", string.Empty, StringComparison.Ordinal),
            currency,
            Id: null,
            Opening: null);
    }

    private static BankLine Movement(Dictionary<string, OfxElement> fields, Currency currency, int line)
    {
        var amount = fields.GetValueOrDefault("TRNAMT");
        var posted = fields.GetValueOrDefault("DTPOSTED");
        return new BankLine
        {
            BookedOn = Day(posted.Value is null ? throw Broken(StatementFaultReason.Missing, line, "DTPOSTED") : posted),
            ValueOn = fields.TryGetValue("DTAVAIL", out var value) ? Day(value) : null,
            Amount = Amount(amount.Value is null ? throw Broken(StatementFaultReason.Missing, line, "TRNAMT") : amount, currency),
            Text = BankText.OneLine(fields.GetValueOrDefault("NAME").Value, fields.GetValueOrDefault("MEMO").Value),
            BankId = BankText.OrNull(fields.GetValueOrDefault("FITID").Value),
            EndToEndId = BankText.OrNull(fields.GetValueOrDefault("REFNUM").Value),
        };
    }

    private static BankBalance? Closing(Dictionary<string, OfxElement> fields, Currency currency)
    {
        var amount = fields.GetValueOrDefault("LEDGER").Value is null ? fields.GetValueOrDefault("BALAMT") : fields["LEDGER"];
        var day = fields.GetValueOrDefault("LEDGERDAY").Value is null ? fields.GetValueOrDefault("DTASOF") : fields["LEDGERDAY"];
        return amount.Value is null || day.Value is null ? null : new BankBalance(Amount(amount, currency), Day(day));
    }

    private static Currency CurrencyOf(Dictionary<string, OfxElement> fields, int line) =>
        Currency.TryFromCode(fields.GetValueOrDefault("CURDEF").Value, out var currency) ? currency : throw Broken(StatementFaultReason.NotACurrency, line, fields.GetValueOrDefault("CURDEF").Value);

    private static DateOnly Day(OfxElement element) =>
        element.Value.Length >= 8 && DateOnly.TryParseExact(element.Value[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Broken(StatementFaultReason.NotADay, element.Line, element.Value);

    private static Money Amount(OfxElement element, Currency currency)
    {
        var text = element.Value.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("\u00a0", string.Empty, StringComparison.Ordinal);
        var isNegative = text.StartsWith('-');
        var amount = BankText.Amount(text.TrimStart('+', '-').Replace(',', '.'), currency);
        return text.Count(character => character is '+' or '-') > 1 || amount is not { } read
            ? throw Broken(StatementFaultReason.NotAnAmount, element.Line, element.Value)
            : isNegative ? -read : read;
    }

    private static BrokenStatementException Broken(StatementFaultReason reason, int line, string? found) => new(new StatementFault(reason, line, found));
}
