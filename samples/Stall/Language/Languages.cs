using System.Globalization;

namespace Market.Stall.Language;

/// <summary>The languages of the pages.</summary>
internal static class Languages
{
    /// <summary>English writes its days as a market in Europe does.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo("fr")];
}
