using System.Globalization;

namespace Market.Ledger.Chain;

/// <summary>Values as canonical forms and findings write them.</summary>
internal static class CanonicalText
{
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // Unlike ToString it boxes nothing; a number that is no name is itself.
    public static string Name<T>(T value)
        where T : struct, Enum => Enum.GetName(value) ?? value.ToString();

    public static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
