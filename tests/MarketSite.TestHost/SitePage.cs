using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace MarketSite.TestHost;

/// <summary>What the site answered, and what a person sees of it.</summary>
public sealed partial class SitePage
{
    private readonly Lazy<IHtmlDocument> _document;
    private readonly Lazy<string> _text;

    internal SitePage(Uri address, HttpStatusCode status, Uri? redirect, string html)
    {
        Address = address;
        Status = status;
        Redirect = redirect;
        Html = html;
        _document = new Lazy<IHtmlDocument>(() => new HtmlParser().ParseDocument(html));
        _text = new Lazy<string>(() => Visible(Document.Body));
    }

    /// <summary>The address that answered, after redirects.</summary>
    public Uri Address { get; }

    public HttpStatusCode Status { get; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Where the answer sends the browser, if it does and was not followed.</summary>
    public Uri? Redirect { get; }

    public string Html { get; }

    public IHtmlDocument Document => _document.Value;

    /// <summary>The text of the page as a person reads it, white space collapsed.</summary>
    public string Text => _text.Value;

    /// <summary>The text of the first element that fits the selector.</summary>
    public string TextOf(string selector) => Visible(One(selector));

    /// <summary>The texts of all elements that fit the selector.</summary>
    public IReadOnlyList<string> TextsOf(string selector) => [.. Document.QuerySelectorAll(selector).Select(Visible)];

    /// <summary>The first element that fits the selector; that there is none is a fault of the test or of the page.</summary>
    public IElement One(string selector) =>
        Document.QuerySelector(selector) ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has no {selector}: {Text}");

    /// <summary>The form that fits the selector, with what it would send.</summary>
    public SiteForm Form(string selector = "main form[method=post]") => SiteForm.Read(Address, One(selector) as IHtmlFormElement
        ?? throw new InvalidOperationException($"{selector} is no form."));

    /// <summary>The form whose action is the given path, with what it would send.</summary>
    public SiteForm FormTo(string path) => SiteForm.Read(Address, Document.Forms.FirstOrDefault(form => SiteForm.ActionOf(Address, form).AbsolutePath == path)
        ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has no form to {path}: {Text}"));

    /// <summary>The sentence at a field of a form; empty where there is none.</summary>
    public string ErrorAt(string field) => Document.QuerySelector($"[data-valmsg-for='{field}']") is { } element ? Visible(element) : string.Empty;

    /// <summary>The sentences about a form as a whole.</summary>
    public string Summary => string.Join(' ', TextsOf(".validation-summary-errors"));

    /// <summary>The notices on top of the page, as after a redirect.</summary>
    public string Notices => string.Join(' ', TextsOf(".alert, .toast-body"));

    private static string Visible(IElement? element)
    {
        if (element is null)
        {
            return string.Empty;
        }

        var clone = (IElement)element.Clone();
        foreach (var hidden in clone.QuerySelectorAll("script, style, template, noscript").ToList())
        {
            hidden.Remove();
        }

        return Spaces().Replace(clone.TextContent, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
