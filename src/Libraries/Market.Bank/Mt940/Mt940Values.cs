using System.Globalization;
using System.Text.RegularExpressions;
using Market.Bank.Statements;
using Market.Bank.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Mt940;

/// <summary>Reads what fields say.</summary>
internal static partial class Mt940Values
{
    /// <summary>Field 25: an IBAN, or a bank and an account; a currency behind it is left out.</summary>
    public static string? Account(string value)
    {
        var text = value.Split('\n')[0].Replace(" ", string.Empty, StringComparison.Ordinal);
        return text.Length == 0 ? null
            : text.Length > 3 && text[^3..].All(char.IsAsciiLetterUpper) && Currency.TryFromCode(text[^3..], out _) ? text[..^3]
            : text;
    }

    /// <summary>Fields 60 and 62: C or D, the day, the currency, the amount.</summary>
    public static BankBalance Balance(string value, int line)
    {
        var match = BalanceForm().Match(value.Trim());
        if (!match.Success)
        {
            throw new BrokenStatementException(StatementFaultReason.NotWellFormed, line, value.Trim());
        }

        if (!Currency.TryFromCode(match.Groups["currency"].Value, out var currency))
        {
            throw new BrokenStatementException(StatementFaultReason.NotACurrency, line, match.Groups["currency"].Value);
        }

        var amount = Amount(match.Groups["amount"].Value, currency, line);
        return new BankBalance(match.Groups["mark"].Value == "D" ? -amount : amount, Day(match.Groups["day"].Value, line));
    }

    /// <summary>Field 61: days, mark, amount, references.</summary>
    public static BankLine Movement(string value, Currency currency, int line)
    {
        var match = MovementForm().Match(value);
        if (!match.Success)
        {
            throw new BrokenStatementException(StatementFaultReason.NotWellFormed, line, value.Split('\n')[0]);
        }

        var valueOn = Day(match.Groups["day"].Value, line);
        var amount = Amount(match.Groups["amount"].Value, currency, line);
        var mark = match.Groups["mark"].Value;
        return new BankLine
        {
            BookedOn = match.Groups["entry"] is { Success: true, Value: var entry } ? EntryDay(entry, valueOn, line) : valueOn,
            ValueOn = valueOn,
            Amount = mark is "D" or "RC" ? -amount : amount,
            Text = BankText.OneLine(match.Groups["more"].Value),
            EndToEndId = BankText.EndToEndId(match.Groups["reference"].Value),
            BankId = BankText.OrNull(match.Groups["bank"].Value),
            IsReturn = mark.Length == 2,
        };
    }

    // The entry's day has no year: it is the one nearest to the day of value.
    private static DateOnly EntryDay(string monthAndDay, DateOnly valueOn, int line)
    {
        foreach (var year in (int[])[valueOn.Year, valueOn.Year - 1, valueOn.Year + 1])
        {
            if (BankDay.Of(year.ToString("0000", CultureInfo.InvariantCulture) + monthAndDay) is { } day
                && Math.Abs(day.DayNumber - valueOn.DayNumber) < 183)
            {
                return day;
            }
        }

        throw new BrokenStatementException(StatementFaultReason.NotADay, line, monthAndDay);
    }

    private static DateOnly Day(string text, int line) =>
        BankDay.OfShort(text) ?? throw new BrokenStatementException(StatementFaultReason.NotADay, line, text);

    private static Money Amount(string text, Currency currency, int line) =>
        BankText.Amount(text.TrimEnd(',').Replace(',', '.'), currency) ?? throw new BrokenStatementException(StatementFaultReason.NotAnAmount, line, text);

    [GeneratedRegex(@"^(?<mark>[CD])(?<day>[0-9]{6})(?<currency>[A-Z]{3})(?<amount>[0-9]{1,15}(?:,[0-9]*)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex BalanceForm();

    [GeneratedRegex(@"^(?<day>[0-9]{6})(?<entry>[0-9]{4})?(?<mark>R?[CD])[A-Z]?(?<amount>[0-9]{1,15}(?:,[0-9]*)?)[A-Z][A-Z0-9]{3}(?<reference>[^\n]*?)(?://(?<bank>[^\n]*))?(?<more>(?:\n[^\n]*)*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex MovementForm();
}
