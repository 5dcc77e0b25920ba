using System.Globalization;

namespace Market.Payments.Stripe.Producers;

/// <summary>A percentage as people type and read it, kept in hundredths of a percent.</summary>
internal static class Percentage
{
    /// <summary>Reads a percentage with two decimals at most, as the reader's language writes it; nothing typed is none.</summary>
    /// <returns>Null where it is no percentage, or more than the most.</returns>
    public static int? Read(string? text, int most) =>
        decimal.TryParse(string.IsNullOrWhiteSpace(text) ? "0" : text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.CurrentCulture, out var percent)
        && percent <= most && percent * 100 is var points && points == decimal.Truncate(points) && points <= most
            ? (int)points
            : null;

    public static string Text(int basisPoints) => (basisPoints / 100m).ToString("0.##", CultureInfo.CurrentCulture);
}
