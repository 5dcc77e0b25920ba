using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Market.Handbook.Reading;

/// <summary>Reads Markdown: no HTML of its own, headings with the anchors that hosts of Markdown give them.</summary>
public static class HandbookText
{
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    public static string TitleOf(MarkdownDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1) is { } title ? PlainText(title.Inline) : string.Empty;
    }

    public static IReadOnlyList<PageSection> SectionsOf(MarkdownDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var sections = new List<PageSection>();
        var paragraphs = new List<string>();
        var (anchor, heading, level) = (string.Empty, TitleOf(document), 1);
        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: > 1 } next)
            {
                sections.Add(new PageSection(anchor, heading, level, paragraphs));
                (anchor, heading, level, paragraphs) = (next.GetAttributes().Id ?? string.Empty, PlainText(next.Inline), next.Level, []);
            }
            else if (block is not HeadingBlock)
            {
                paragraphs.AddRange(Paragraphs(block));
            }
        }

        sections.Add(new PageSection(anchor, heading, level, paragraphs));
        return sections;
    }

    public static string PlainText(ContainerInline? inlines) => inlines is null ? string.Empty : string.Concat(inlines.FindDescendants<LeafInline>().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => string.Empty,
    }));

    public static IEnumerable<string> Cells(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(text => PlainText(text.Inline))));
    }

    private static IEnumerable<string> Paragraphs(Block block) => block switch
    {
        TableRow row => [string.Join(" · ", Cells(row))],
        ContainerBlock container => container.SelectMany(Paragraphs),
        LeafBlock { Inline: { } inlines } => [PlainText(inlines)],
        CodeBlock code => [code.Lines.ToString()],
        _ => [],
    };
}
