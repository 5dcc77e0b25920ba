using System.Globalization;
using System.Text.Json.Nodes;
using Market.Orders.Models;
using Market.Orders.Shop;
using OrchardCore.ContentManagement;

namespace Market.Payments.FireTests.Shop;

/// <summary>What a shop says of a product: read from what people type, and never more than that.</summary>
public sealed class ProductFactsTests
{
    [Theory]
    [InlineData("/media/carrots.jpg", "~/media/carrots.jpg")]
    [InlineData(" media/carottes d'été (1).jpg ", "~/media/carottes d'été (1).jpg")]
    [InlineData("~/MarketTheme/favicon.svg", "~/MarketTheme/favicon.svg")]
    [InlineData("https://elsewhere.example/spy.png", null)]
    [InlineData("//elsewhere.example/spy.png", null)]
    [InlineData("~//elsewhere.example/spy.png", null)]
    [InlineData("/\\elsewhere.example/spy.png", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:image/svg+xml;base64,AAAA", null)]
    [InlineData("/media/../Admin", null)]
    [InlineData("/media/a.jpg?x=\"onerror=", null)]
    [InlineData("/media/\u0007.jpg", null)]
    [InlineData("/media/a.jpg\n", "~/media/a.jpg")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_picture_is_a_file_of_this_site(string? typed, string? address) => Assert.Equal(address, PictureAddress.FromRoot(typed));

    [Fact]
    public void A_pictures_address_has_an_end() => Assert.Null(PictureAddress.FromRoot("/" + new string('a', PictureAddress.MaxLength)));

    [Theory]
    [InlineData("""{ "Photo": { "Paths": ["market/carrots.jpg", "other.jpg"], "MediaTexts": ["Carrots with their leaves"] } }""", "~/media/market/carrots.jpg", "Carrots with their leaves")]
    [InlineData("""{ "Photo": { "Paths": ["carrots.jpg"] }, "Picture": "/media/typed.jpg" }""", "~/media/carrots.jpg", "")]
    [InlineData("""{ "Photo": { "Paths": [], "MediaTexts": [] }, "Picture": "/media/typed.jpg" }""", "~/media/typed.jpg", "")]
    [InlineData("""{ "Photo": { "Paths": ["../Admin"] }, "Picture": "/media/typed.jpg" }""", "~/media/typed.jpg", "")]
    [InlineData("""{ "Photo": { "Paths": "carrots.jpg" } }""", null, "")]
    [InlineData("""{ "Photo": { "Paths": [null, 3] } }""", null, "")]
    [InlineData("""{ "Photo": 3 }""", null, "")]
    [InlineData("{}", null, "")]
    public void A_picture_is_the_file_that_was_chosen_or_else_the_address_that_was_typed(string stored, string? address, string text)
    {
        var item = new ContentItem();
        item.Content.ProductPart = JsonNode.Parse(stored);
        item.Content.ProducerPart = JsonNode.Parse(stored);

        Assert.Equal((address, text), (Product.Of(item).Facts.Picture?.Address, Product.Of(item).Facts.Picture?.Text ?? string.Empty));
        Assert.Equal(Product.Of(item).Facts.Picture, Producer.Of(item).Picture);
    }

    [Theory]
    [InlineData("organic, Raw milk;ORGANIC ,, local", "organic|Raw milk|local")]
    [InlineData("<b>bold</b>,a\nb", "<b>bold</b>|a b")]
    [InlineData(" , ;", "")]
    [InlineData(null, "")]
    public void Labels_are_read_each_once(string? typed, string labels) => Assert.Equal(labels, string.Join('|', LabelList.Read(typed)));

    [Theory]
    [InlineData(6, 9, "2026-06-01", true)]
    [InlineData(6, 9, "2026-09-30", true)]
    [InlineData(6, 9, "2026-10-01", false)]
    [InlineData(11, 2, "2026-12-24", true)]
    [InlineData(11, 2, "2026-02-28", true)]
    [InlineData(11, 2, "2026-03-01", false)]
    public void A_season_may_go_over_the_new_year(int from, int to, string day, bool holds) =>
        Assert.Equal(holds, Season.Of(from, to)!.Holds(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 0)]
    [InlineData(0, 9)]
    [InlineData(13, 2)]
    [InlineData(-1, 2)]
    public void What_is_no_month_makes_no_season(int from, int to) => Assert.Null(Season.Of(from, to));

    [Theory]
    [InlineData(SoldBy.Unit, 250, 690, 2760L)]
    [InlineData(SoldBy.Unit, 600, 610, 1017L)]
    [InlineData(SoldBy.Unit, 1_000, 260, null)]
    [InlineData(SoldBy.Unit, 0, 260, null)]
    [InlineData(SoldBy.Weight, 250, 690, null)]
    public void The_price_of_a_kilogram_is_said_where_a_units_weight_is(SoldBy soldBy, int grams, long price, long? each) =>
        Assert.Equal(each, ProductFacts.Of(new ProductPart { UnitGrams = grams }).PerKilogram(soldBy, price));

    [Fact]
    public void A_story_has_paragraphs_and_no_markup() =>
        Assert.Equal(["Since 1987. Still here.", "<script>alert(1)</script>"], Paragraphs.Of("Since 1987.\r\nStill here.\n \n\n\t\n<script>alert(1)</script>\n"));

    [Fact]
    public void A_producer_is_found_by_name_and_two_of_one_name_by_id()
    {
        var oak = new Producer("id-oak", "Ferme des Trois Chênes", "", "");
        var (one, two) = (new Producer("id-one", "Chez Léa", "", ""), new Producer("id-two", "chez lea!", "", ""));
        var sign = new Producer("id-sign", "☀", "", "");
        Producer[] all = [oak, one, two, sign];

        Assert.Equal(["ferme-des-trois-chenes", "id-one", "id-two", "id-sign"], all.Select(producer => ProducerAddress.Of(producer, all)));
        Assert.All(all, producer => Assert.Same(producer, ProducerAddress.Find(ProducerAddress.Of(producer, all), all)));
        Assert.Same(oak, ProducerAddress.Find("id-oak", all));
        Assert.Null(ProducerAddress.Find("chez-lea", all));
        Assert.Null(ProducerAddress.Find(null, all));
    }
}
