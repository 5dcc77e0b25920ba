using System.Globalization;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Market.Handbook.Contents;

namespace Market.Handbook.Reading;

/// <summary>Writes a page as HTML: links lead to where this reader finds things, and what only the repository has is no link.</summary>
public static class PageRenderer
{
    /// <summary>Writes a text.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="addresses">Where its reader finds things.</param>
    /// <param name="illustrations">What it shows besides the pictures that are in it.</param>
    public static string Render(string markdown, IPageAddresses addresses, IEnumerable<Illustration>? illustrations = null)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var document = Markdown.Parse(markdown, HandbookText.Pipeline);
        foreach (var illustration in illustrations ?? [])
        {
            illustration.PutInto(document);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Lead(link, addresses);
        }

        // The page's title is the admin's.
        if (document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1) is { } title)
        {
            document.Remove(title);
        }

        foreach (var heading in document.OfType<HeadingBlock>())
        {
            LinkToItself(heading);
        }

        foreach (var table in document.Descendants<Table>())
        {
            table.GetAttributes().AddClass("table");
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        HandbookText.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.Render(document);
        return writer.ToString();
    }

    private static void Lead(LinkInline link, IPageAddresses addresses)
    {
        var (path, anchor) = Split(link.Url ?? string.Empty);
        if (path.Contains("://", StringComparison.Ordinal) || (path.Length == 0 && anchor.Length > 0))
        {
            return;
        }

        var file = path.Split('/')[^1];
        if (link.IsImage)
        {
            Frame(link, addresses.OfPicture(file), PictureFile.SizeOf(file));
        }
        else if (file.EndsWith(".md", StringComparison.Ordinal) && TableOfContents.Find(file[..^3]) is { } chapter && addresses.OfPage(chapter.Name) is { } address)
        {
            link.Url = address + anchor;
        }
        else
        {
            KeepWordsOnly(link);
        }
    }

    // Its place is kept while it loads, and pressed it is seen as large as it is.
    private static void Frame(LinkInline picture, string address, (int Width, int Height) size)
    {
        picture.Url = address;
        var attributes = picture.GetAttributes();
        attributes.AddProperty("width", size.Width.ToString(CultureInfo.InvariantCulture));
        attributes.AddProperty("height", size.Height.ToString(CultureInfo.InvariantCulture));
        attributes.AddProperty("loading", "lazy");
        var link = new LinkInline(address, string.Empty);
        picture.ReplaceBy(link, copyChildren: false);
        link.AppendChild(picture);
    }

    private static (string Path, string Anchor) Split(string url) =>
        url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (url[..at], url[at..]) : (url, string.Empty);

    private static void KeepWordsOnly(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    private static void LinkToItself(HeadingBlock heading)
    {
        if (heading.Inline is null || heading.GetAttributes().Id is not { Length: > 0 } id)
        {
            return;
        }

        var link = new LinkInline("#" + id, string.Empty);
        link.GetAttributes().AddClass("handbook-anchor");
        while (heading.Inline.FirstChild is { } child)
        {
            child.Remove();
            link.AppendChild(child);
        }

        heading.Inline.AppendChild(link);
    }

    /// <summary>A wide table scrolls by itself, within the keyboard's reach.</summary>
    private sealed class ScrollingTableRenderer : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            var heading = table.OfType<TableRow>().SelectMany(HandbookText.Cells).FirstOrDefault(text => text.Length > 0);
            renderer.Write("<div class=\"table-responsive\" tabindex=\"0\" role=\"region\" aria-label=\"").WriteEscape(heading).Write("\">");
            base.Write(renderer, table);
            renderer.Write("</div>");
        }
    }
}
