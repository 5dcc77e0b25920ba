using System.Globalization;

namespace Market.Bank.Text;

/// <summary>Reads days as banks write them.</summary>
internal static class BankDay
{
    /// <summary>Year, month and day in eight digits; none where they are no day.</summary>
    public static DateOnly? Of(string digits) => DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The same with two digits of the year, of this century.</summary>
    public static DateOnly? OfShort(string digits) => Of("20" + digits);

    /// <summary>Year, month and day with hyphens, and perhaps an hour behind it: the day is the bank's own.</summary>
    public static DateOnly? OfIso(string text) =>
        DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
