using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Text;

namespace Market.Payments.Reminders.Mails;

/// <summary>What a mail says without its HTML: paragraphs and lines, each link followed by its address.</summary>
public static partial class PlainText
{
    public static string Of(string html)
    {
        var text = new StringBuilder();
        var links = new Stack<string?>();
        var tokenizer = new HtmlTokenizer(new StringReader(html));
        var silent = false;
        while (tokenizer.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken { Id: HtmlTagId.Style or HtmlTagId.Title or HtmlTagId.Head } tag:
                    silent = !tag.IsEndTag;
                    break;
                case HtmlTagToken { Id: HtmlTagId.A } tag:
                    Link(tag, links, text);
                    break;
                case HtmlTagToken tag:
                    text.Append(Break(tag));
                    break;
                case HtmlDataToken data when !silent:
                    text.Append(Spaces().Replace(data.Data, " "));
                    break;
            }
        }

        var lines = text.ToString().Split('\n').Select(line => Spaces().Replace(line, " ").Trim());
        return EmptyLines().Replace(string.Join('\n', lines), "\n\n").Trim() + "\n";
    }

    private static void Link(HtmlTagToken tag, Stack<string?> links, StringBuilder text)
    {
        if (!tag.IsEndTag)
        {
            links.Push(tag.Attributes.FirstOrDefault(attribute => attribute.Id == HtmlAttributeId.Href)?.Value);
        }
        else if (links.TryPop(out var address) && address is not null && !text.ToString().EndsWith(address, StringComparison.Ordinal))
        {
            text.Append(" <").Append(address).Append('>');
        }
    }

    private static string Break(HtmlTagToken tag) => tag.Id switch
    {
        HtmlTagId.LI => tag.IsEndTag ? string.Empty : "\n- ",
        HtmlTagId.TR => tag.IsEndTag ? string.Empty : "\n",
        HtmlTagId.Br or HtmlTagId.Div => "\n",
        HtmlTagId.TD or HtmlTagId.TH => " ",
        HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.Table or HtmlTagId.HR => "\n\n",
        _ => string.Empty,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex EmptyLines();
}
