using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Market.Orders.Shop;

/// <summary>A translated sentence as a text, for where a page says it to machines.</summary>
public static class PlainWords
{
    /// <summary>The sentence with what it is about, as it is read and not as it is written in HTML.</summary>
    public static string ToPlainText(this IHtmlContent sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        using var text = new StringWriter();
        sentence.WriteTo(text, NullHtmlEncoder.Default);
        return text.ToString();
    }
}
