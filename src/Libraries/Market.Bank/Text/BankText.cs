using System.Globalization;
using System.Text;
using Market.Ledger.Amounts;

namespace Market.Bank.Text;

/// <summary>Reads what stands in statements, whatever their form.</summary>
internal static class BankText
{
    private const int MaxLength = 500;

    /// <summary>Texts on one line, without control characters, white space collapsed, cut where no text of a bank is so long.</summary>
    public static string OneLine(params IEnumerable<string?> texts)
    {
        var line = new StringBuilder();
        foreach (var text in texts)
        {
            var isBetween = true;
            foreach (var character in text ?? string.Empty)
            {
                if (char.IsControl(character) || char.IsWhiteSpace(character))
                {
                    isBetween = true;
                    continue;
                }

                if (isBetween && line.Length > 0)
                {
                    line.Append(' ');
                }

                isBetween = false;
                line.Append(character);
                if (line.Length > MaxLength)
                {
                    return Cut(line.ToString(), MaxLength);
                }
            }
        }

        return line.ToString();
    }

    /// <summary>The same, or none where nothing is said.</summary>
    public static string? OrNull(string? text, int length = MaxLength) => OneLine(text) is { Length: > 0 } line ? Cut(line, length) : null;

    /// <summary>The payer's own reference of a transfer; none where it only says that there is none.</summary>
    public static string? EndToEndId(string? text) => OrNull(text) is { } id && id is not ("NOTPROVIDED" or "NONREF") ? id : null;

    /// <summary>An account's number without spaces; none where there is none.</summary>
    public static string? Account(string? text) => OrNull(text)?.Replace(" ", string.Empty, StringComparison.Ordinal);

    /// <summary>An amount with a point, exact in the currency's minor units: <c>1234.5</c>, <c>1234.500</c>. Without a sign.</summary>
    public static Money? Amount(string? text, Currency currency)
    {
        var digits = text.AsSpan().Trim();
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var part = point < 0 ? [] : digits[(point + 1)..].TrimEnd('0');
        if (!digits.ContainsAnyInRange('0', '9') || part.Length > currency.Decimals || part.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        // As many digits as there are minor units, and no more than a whole number of them can have.
        var minor = string.Concat(whole.TrimStart('0'), part, "000".AsSpan(0, currency.Decimals - part.Length));
        return minor.Length == 0 ? Money.Zero(currency)
            : long.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? new Money(read, currency)
            : null;
    }

    private static string Cut(string line, int length) => line.Length <= length ? line : line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)];
}
