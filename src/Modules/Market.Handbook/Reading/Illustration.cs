using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Market.Handbook.Reading;

/// <summary>A picture that is shown where the handbook explains what can be seen on it.</summary>
/// <param name="Anchor">The section that it stands in; empty for before the first one.</param>
/// <param name="FileName">The picture.</param>
/// <param name="Text">What it shows, in words.</param>
public sealed record Illustration(string Anchor, string FileName, string Text)
{
    /// <summary>Puts it behind what its section begins with.</summary>
    public void PutInto(MarkdownDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var heading = document.ToList().FindIndex(block => block is HeadingBlock { Level: var level } one && (Anchor.Length == 0 ? level == 1 : one.GetAttributes().Id == Anchor));
        var behind = heading + 1 < document.Count && document[heading + 1] is not HeadingBlock ? heading + 2 : heading + 1;
        document.Insert(behind, new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LinkInline(FileName, string.Empty) { IsImage = true }.AppendChild(new LiteralInline(Text))) });
    }
}
