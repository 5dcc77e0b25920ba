using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Market.Samples.Page;

/// <summary>Small pieces of HTML.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text as HTML shows it.</summary>
    public static string Text(string text) => Encoder.Encode(text);

    /// <summary>A number as SVG and CSS read it.</summary>
    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A day, in English.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
