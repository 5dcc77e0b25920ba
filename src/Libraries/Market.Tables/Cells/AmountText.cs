using System.Globalization;
using System.Text.RegularExpressions;

namespace Market.Tables.Cells;

/// <summary>
/// Reads amounts as people and banks write them: thousands apart by a space of any width, an apostrophe, or the mark that is not the decimals';
/// a sign before or after, or parentheses for less than nothing; with or without the sign of the euro.
/// </summary>
public static partial class AmountText
{
    private const int MaxLength = 40;

    private const int MaxWhole = 15;

    private const int MaxDecimals = 10;

    /// <summary>An amount, exact.</summary>
    /// <param name="text">What stands in the cell.</param>
    /// <param name="mark">What stands before the decimals.</param>
    /// <returns>The amount in units of the currency, negative where the text says so; none where the text is no amount.</returns>
    public static decimal? Read(string? text, DecimalMark mark)
    {
        if (text is null || text.Length > MaxLength)
        {
            return null;
        }

        var match = (mark is DecimalMark.Comma ? WithComma() : WithPoint()).Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit)).TrimStart('0');
        var decimals = match.Groups["decimals"].Value;
        var signs = match.Groups["sign"].Captures.Select(sign => sign.Value).Concat(match.Groups["open"].Success ? ["("] : []).ToList();
        if (whole.Length > MaxWhole || decimals.Length > MaxDecimals || signs.Count > 1 || match.Groups["open"].Success != match.Groups["close"].Success)
        {
            return null;
        }

        var amount = decimal.Parse($"0{whole}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return signs is [not "+"] ? -amount : amount;
    }

    /// <summary>By which mark a column is to be read: the one by which more of it are amounts.</summary>
    /// <param name="texts">What stands in the column; what is empty does not count.</param>
    /// <param name="decimals">How many decimals the currency has: <c>1.234</c> is no amount of euros with a point.</param>
    /// <returns>The mark, and whether the column tells: it does not where as many are amounts by the other one, but others.</returns>
    public static (DecimalMark Mark, bool IsSure) MarkOf(IEnumerable<string> texts, int decimals)
    {
        ArgumentNullException.ThrowIfNull(texts);
        int comma = 0, point = 0;
        var differ = false;
        foreach (var text in texts)
        {
            var byComma = Fitting(text, DecimalMark.Comma, decimals);
            var byPoint = Fitting(text, DecimalMark.Point, decimals);
            comma += byComma is null ? 0 : 1;
            point += byPoint is null ? 0 : 1;
            differ |= byComma != byPoint;
        }

        return (point > comma ? DecimalMark.Point : DecimalMark.Comma, !differ || point != comma);
    }

    private static decimal? Fitting(string text, DecimalMark mark, int decimals) =>
        Read(text, mark) is { } amount && decimal.Round(amount, decimals) == amount ? amount : null;

    [GeneratedRegex(@"^(?<open>\()?\s*(?:€|EUR)?\s*(?<sign>[-+\u2212\u2013])?\s*(?:€|EUR)?\s*(?=[0-9,])(?<whole>[0-9]{1,3}(?:(?<apart>[\s.'\u2019])[0-9]{3})(?:\k<apart>[0-9]{3})*|[0-9]*)(?:,(?<decimals>[0-9]+))?\s*(?:€|EUR)?\s*(?<sign>[-+\u2212\u2013])?\s*(?:€|EUR)?(?<close>\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithComma();

    [GeneratedRegex(@"^(?<open>\()?\s*(?:€|EUR)?\s*(?<sign>[-+\u2212\u2013])?\s*(?:€|EUR)?\s*(?=[0-9.])(?<whole>[0-9]{1,3}(?:(?<apart>[\s,'\u2019])[0-9]{3})(?:\k<apart>[0-9]{3})*|[0-9]*)(?:\.(?<decimals>[0-9]+))?\s*(?:€|EUR)?\s*(?<sign>[-+\u2212\u2013])?\s*(?:€|EUR)?(?<close>\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithPoint();
}

/// <summary>What stands before the decimals of an amount.</summary>
public enum DecimalMark
{
    /// <summary>A comma: <c>1 234,50</c>.</summary>
    Comma,

    /// <summary>A point: <c>1,234.50</c>.</summary>
    Point,
}
