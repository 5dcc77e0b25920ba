using System.Text.RegularExpressions;
using System.Xml.Linq;
using Market.Stall.Terms;
using Market.Stall.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Stall.Tests;

/// <summary>All that the stall says is there in French, with the same places, and as the site says it.</summary>
public sealed partial class TranslationTests(OpenStall open)
{
    // "Order" is a noun on a statement; the site's menu has it as a verb.
    private static readonly HashSet<string> OtherwiseOnTheSite = ["Order"];

    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "Stall");

    private static readonly Dictionary<string, string> French = XDocument.Load(Path.Combine(Sample, "Language", "Words.fr.resx")).Root!
        .Elements("data").ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value, StringComparer.Ordinal);

    private static readonly HashSet<string> Said =
    [
        .. Directory.EnumerateFiles(Sample, "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .SelectMany(file => Sentence().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)),
        .. StallMethod.All.Select(method => method.Label),
        .. StallMethod.All.SelectMany(method => method.Fields).Select(field => field.Label),
    ];

    [Fact]
    public void Everything_said_is_translated_and_nothing_else()
    {
        Assert.True(Said.Count > 80);
        Assert.Equal(Said.Order(StringComparer.Ordinal), French.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(French, entry => string.IsNullOrWhiteSpace(entry.Value));
    }

    [Fact]
    public void Every_translation_has_the_places_of_its_sentence() =>
        Assert.All(French, entry => Assert.Equal(Places(entry.Key), Places(entry.Value)));

    [Fact]
    public void What_the_site_says_too_is_said_as_the_site_says_it()
    {
        var site = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "fr.po", SearchOption.AllDirectories)
            .SelectMany(file => Entry().Matches(File.ReadAllText(file)))
            .Select(match => (English: match.Groups[1].Value, French: match.Groups[2].Value))
            .Where(entry => French.ContainsKey(entry.English) && !OtherwiseOnTheSite.Contains(entry.English))
            .ToLookup(entry => entry.English, entry => entry.French);
        Assert.True(site.Count > 40);
        Assert.All(site, sentence => Assert.Contains(French[sentence.Key], sentence));
    }

    [Theory]
    [InlineData("fr-CA", "fr", "Solde des clients")]
    [InlineData("en-US", "en", "Clients' balances")]
    [InlineData("de", "en", "Clients' balances")]
    public async Task The_pages_are_in_the_browser_s_language(string asked, string language, string title)
    {
        using var client = open.Stall.NewClient(asked);
        var page = await client.GetAsync("/");
        Assert.Equal((language, title), (page.One("html").GetAttribute("lang"), page.TextOf("h1")));
    }

    [Fact]
    public async Task The_language_that_was_chosen_stays()
    {
        using var client = open.Stall.NewClient();
        var here = await client.SubmitAsync((await client.GetAsync("/Settings")).Form("form.languages").With("Culture", "fr"));
        Assert.Equal(("/Settings", "Paramètres"), (here.Address.AbsolutePath, here.TextOf("h1")));
        Assert.Equal("Solde des clients", (await client.GetAsync("/")).TextOf("h1"));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    public async Task Choosing_a_language_leads_nowhere_else(string elsewhere)
    {
        using var client = open.Stall.NewClient();
        var form = (await client.GetAsync("/")).Form("form.languages").With("Culture", "fr");
        var answer = await client.SendAsync(form.To(new Uri(client.Address, "/Language?returnUrl=" + Uri.EscapeDataString(elsewhere))));
        Assert.Equal(new Uri(client.Address, "/"), answer.Redirect);
    }

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex("""\bT\s*\[\s*"((?:[^"\\]|\\.)*)""")]
    private static partial Regex Sentence();

    [GeneratedRegex("^msgid \"(.+)\"\nmsgstr \"(.+)\"$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
