using Market.Handbook.News;
using Market.Handbook.Reading;
using Market.Handbook.Searching;

namespace Market.Laws.Tests;

/// <summary>What somebody finds who searches the handbook, and what its pages are made into.</summary>
public sealed class HandbookSearchTests
{
    private static readonly HandbookShelf Shelf = new();

    [Theory]
    [InlineData("en", "cheque bounced unpaid", "cheques")]
    [InlineData("en", "FLOAT drawer", "drawers")]
    [InlineData("en", "how to reverse a payment", "corrections")]
    [InlineData("en", "FEC", "journals")]
    [InlineData("fr", "bordereau", "cheques")]
    [InlineData("fr", "CHÈQUE impaye", "cheques")]
    [InlineData("fr", "relances", "reminders")]
    [InlineData("fr", "mot de passe oublie", "first-steps")]
    [InlineData("fr", "sauvegarde", "upkeep")]
    public void The_page_that_is_about_it_comes_first(string language, string query, string page) =>
        Assert.Equal(page, HandbookSearch.Find(Shelf.All(language), query).Select(hit => hit.Page.Chapter.Name).FirstOrDefault());

    [Theory]
    [InlineData(null)]
    [InlineData(" , ")]
    [InlineData("xyzzyplugh")]
    public void Of_nothing_nothing_is_found(string? query) => Assert.Empty(HandbookSearch.Find(Shelf.All("en"), query));

    [Fact]
    public void A_hit_shows_where_it_is_said()
    {
        var hit = HandbookSearch.Find(Shelf.All("fr"), "contre-passée")[0];

        Assert.Equal("contre-passer", hit.Section.Anchor);
        Assert.Contains("contre-pass", hit.Excerpt, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Markup_in_a_page_is_text_and_links_lead_where_the_reader_may_go()
    {
        const string text = "# Title\n\n## A & B\n\n<script>alert(1)</script> [there](ordering.md#x) [not there](settings.md) [code](../x.cs) [out](https://example.org) ![P](../p.png)\n\n| A | B |\n|---|---|\n| 1 | 2 |\n";

        var html = PageRenderer.Render(text, new Members());

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<h1", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/m/ordering#x\">there</a> not there code <a href=\"https://example.org\">out</a> <a href=\"/p/p.png\"><img src=\"/p/p.png\" width=\"1280\" height=\"900\" loading=\"lazy\" alt=\"P\" /></a>", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"a--b\"><a href=\"#a--b\" class=\"handbook-anchor\">A &amp; B</a></h2>", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"table-responsive\" tabindex=\"0\" role=\"region\" aria-label=\"A\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_new_are_the_newest_three_versions()
    {
        var news = WhatsNew.Newest(Repository.Read("CHANGELOG.md"));

        Assert.StartsWith("## [", news, StringComparison.Ordinal);
        Assert.Equal(WhatsNew.Versions, news.Split('\n').Count(line => line.StartsWith("## [", StringComparison.Ordinal)));
        Assert.DoesNotContain("[0.1.0]", news, StringComparison.Ordinal);
    }

    private sealed class Members : IPageAddresses
    {
        public string? OfPage(string name) => name == "ordering" ? "/m/ordering" : null;

        public string OfPicture(string fileName) => "/p/" + fileName;
    }
}
