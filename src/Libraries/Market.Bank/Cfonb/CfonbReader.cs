using System.Globalization;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Cfonb;

/// <summary>
/// Reads statements of the French banks' fixed form of 120 characters: 01 the balance before, 04 a movement, 05 what completes it, 07 the
/// balance after; of several accounts one after another, with or without line ends.
/// </summary>
/// <remarks>Source: CFONB, <i>Relevé de compte sur support informatique</i>, records of 120 characters.</remarks>
public static class CfonbReader
{
    private const int Length = 120;

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
        Currency? currency = null;
        BankLine? movement = null;
        foreach (var (record, line) in Records(text))
        {
            var code = record[..2];
            if (code is not ("01" or "04" or "05" or "07") || (currency is null) != (code is "01"))
            {
                throw Broken(line is 1 && code is not ("04" or "05" or "07") ? StatementFaultReason.UnknownForm : StatementFaultReason.NotWellFormed, line, code);
            }

            if (code is not "05" && movement is not null)
            {
                yield return new StatementPart.Moved(movement);
                movement = null;
            }

            switch (code)
            {
                case "01":
                    currency = CurrencyOf(record, line);
                    yield return new StatementPart.Began(AccountOf(record), currency, Id: null, new BankBalance(Amount(record, currency, line), Day(record, 34, line)));
                    break;
                case "04":
                    movement = Movement(record, currency!, line);
                    break;
                case "05" when movement is not null:
                    movement = Complete(movement, record[45..48], record[48..118]);
                    break;
                case "07":
                    yield return new StatementPart.Ended(new BankBalance(Amount(record, currency!, line), Day(record, 34, line)));
                    currency = null;
                    break;
            }
        }

        if (currency is not null)
        {
            throw Broken(StatementFaultReason.Missing, 0, "07");
        }
    }

    // Some banks leave the line ends out, and editors cut the spaces at them.
    private static IEnumerable<(string Record, int Line)> Records(StreamReader text)
    {
        var number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.Trim(' ', '\u001a', '\ufeff').Length == 0)
            {
                continue;
            }

            line = line.TrimStart('\ufeff');
            if (line.Length > 100_000_000)
            {
                throw Broken(StatementFaultReason.TooLarge, number, null);
            }

            for (var at = 0; at < line.Length; at += Length)
            {
                var record = line[at..Math.Min(line.Length, at + Length)];
                if (record.Trim().Length > 0)
                {
                    yield return (record.PadRight(Length), number);
                }
            }
        }

        if (number == 0)
        {
            throw Broken(StatementFaultReason.UnknownForm, 0, null);
        }
    }

    private static BankLine Movement(string record, Currency currency, int line)
    {
        var amount = Amount(record, currency, line);
        var reject = record[40..42].Trim();
        return new BankLine
        {
            BookedOn = Day(record, 34, line),
            ValueOn = record[42..48].Trim().Length == 0 ? null : Day(record, 42, line),
            Amount = amount,
            Text = BankText.OneLine(record[48..79]),
            BankId = BankText.OrNull(record[81..88].Trim('0', ' ')) is null ? null : record[81..88].Trim(),
            EndToEndId = BankText.OrNull(record[104..120].Trim('0', ' ')) is null ? null : BankText.OrNull(record[104..120]),
            IsReturn = reject.Length > 0 && reject != "00",
            ReturnReason = reject.Length > 0 && reject != "00" ? reject : null,
        };
    }

    private static BankLine Complete(BankLine movement, string qualifier, string said) => qualifier switch
    {
        "NPY" or "NBE" => movement with { Counterparty = BankText.OrNull(said) },
        "IPY" or "IBE" => movement,
        "RCN" => movement with { EndToEndId = BankText.OrNull(said[..35]) ?? movement.EndToEndId },
        "REF" => movement with { Reference = BankText.OrNull(said[..35]) ?? movement.Reference },
        _ => movement with { Text = BankText.OneLine(movement.Text, said) },
    };

    private static string AccountOf(string record) => FrenchAccount.Iban(record[2..7], record[11..16], record[21..32]);

    private static Currency CurrencyOf(string record, int line) =>
        Currency.TryFromCode(record[16..19], out var currency) && record[19] == (char)('0' + currency.Decimals)
            ? currency
            : throw Broken(StatementFaultReason.NotACurrency, line, record[16..20]);

    private static DateOnly Day(string record, int at, int line) =>
        DateOnly.TryParseExact("20" + record[(at + 4)..(at + 6)] + record[(at + 2)..(at + 4)] + record[at..(at + 2)], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Broken(StatementFaultReason.NotADay, line, record[at..(at + 6)]);

    // The last character is a digit and the sign at once: { A … I are +0 to +9, } J … R are -0 to -9.
    private static Money Amount(string record, Currency currency, int line)
    {
        var field = record[90..104];
        var last = "{ABCDEFGHI}JKLMNOPQR".IndexOf(field[13], StringComparison.Ordinal);
        if (last < 0 || !long.TryParse(field.AsSpan(0, 13), NumberStyles.None, CultureInfo.InvariantCulture, out var tens))
        {
            throw Broken(StatementFaultReason.NotAnAmount, line, field);
        }

        var amount = (tens * 10) + (last % 10);
        return new Money(last < 10 ? amount : -amount, currency);
    }

    private static BrokenStatementException Broken(StatementFaultReason reason, int line, string? found) => new(new StatementFault(reason, line, found));
}
