using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Market.Ledger.Chain;

/// <summary>The canonical forms' common part: one <c>name=value</c> a line, escaped so that two contents never have one form.</summary>
internal static class CanonicalText
{
    public static StringBuilder Line(this StringBuilder text, string name, string? value) =>
        text.Append(Escaped(name).Replace("=", "\\e", StringComparison.Ordinal)).Append('=').Append(Escaped(value)).Append('\n');

    public static StringBuilder Line(this StringBuilder text, string name, long value) => text.Line(name, Number(value));

    public static StringBuilder Line(this StringBuilder text, string name, DateTimeOffset instant) => text.Line(name, Instant(instant));

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Escaped(string? value) => value is null
        ? string.Empty
        : value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
