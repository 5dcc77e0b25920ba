using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Goods;

/// <summary>What is ordered is listed for who grows, packs and hands it out: on pages, as files, and by mail.</summary>
[Collection(SqliteSite.Name)]
public sealed class OrderListTests(SqliteSite site) : GoodsScenario(site)
{
    [Fact]
    public async Task Orders_are_listed_by_producer_product_member_and_basket()
    {
        var stall = await OpenStallAsync();
        var (bread, ham) = (await AddProductAsync(stall), await AddProductAsync(stall, form => form.With("ProductPart.SoldBy", "WeighedPiece").With("ProductPart.Price", "12").With("ProductPart.PieceWeight", "900")));
        using var ann = await RegisterAsync();
        using var bob = await RegisterAsync();
        await OrderAsync(ann, stall, (bread, "2"), (ham, "1"));
        await OrderAsync(bob, stall, (bread, "3"));

        var producer = (await PageAsync(stall, "Producer")).TextOf($"[data-producer='{stall.Producer}']");
        Assert.Contains($"{bread.Name} 5 × piece {Euro(2500)}", producer, StringComparison.Ordinal);
        Assert.Contains($"{ham.Name} 1 × piece (≈ 900 g) {Euro(1080)}", producer.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain(ann.Login, producer, StringComparison.Ordinal);
        Assert.Contains($"{ann.Login} (2 × piece)", (await PageAsync(stall, "Producer&details=true")).Text, StringComparison.Ordinal);
        var product = (await PageAsync(stall, "Product")).TextOf("#list");
        Assert.Matches($"2 × piece C-[0-9]+ {ann.Login}", product);
        Assert.Matches($"3 × piece C-[0-9]+ {bob.Login}", product);
        Assert.Contains($"{bread.Name} (2 × piece), {ham.Name} (1 × piece) {Euro(2080)}", (await PageAsync(stall, "Member")).TextOf("#list"), StringComparison.Ordinal);
        var basket = (await PageAsync(stall, "Basket")).TextOf($"[data-account='{ann.AccountId}']");
        Assert.Contains($"2 × piece {bread.Name}", basket, StringComparison.Ordinal);
        Assert.Contains(Euro(2080), basket, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_for_the_reader_s_spreadsheet_and_runs_no_formula()
    {
        var stall = await OpenStallAsync();
        var formula = "=1+1" + NewName("cmd");
        var trap = await AddProductAsync(stall, form => form.With("ProductPart.Unit", "@box"), formula);
        using var ann = await RegisterAsync();
        await OrderAsync(ann, stall, (trap, "2"));
        var farm = (await PageAsync(stall, "Producer")).TextOf($"[data-producer='{stall.Producer}'] h2");
        using var french = await Site.SignInAsync("coordinator", "fr");

        Assert.Equal(["Producer,Product,Unit,Quantity,Grams,Amount (EUR)", $"{farm},'{formula},'@box,2,,10.00"], Lines(await FileAsync(await Fixture.CoordinatorAsync(), stall, "Producer")));
        Assert.Equal(["Numéro;Client;Producteur;Produit;Unité;Quantité;Grammes;Montant (EUR)", $"{await NumberAsync(ann.AccountId)};{ann.Login};{farm};'{formula};'@box;2;;10,00"], Lines(await FileAsync(french, stall, "Basket")));
        Assert.Equal(2, Lines(await FileAsync(french, stall, "Member")).Length);
        Assert.Equal(2, Lines(await FileAsync(french, stall, "Product")).Length);
    }

    [Fact]
    public async Task A_producer_is_sent_their_list_by_hand_as_often_as_somebody_wants()
    {
        var stall = await OpenStallAsync();
        var address = NewName("farm") + "@example.org";
        var bread = await AddProductAsync(stall);
        using var ann = await RegisterAsync();
        await OrderAsync(ann, stall, (bread, "4"));
        Assert.Contains("No mail address", (await PageAsync(stall, "Producer")).Text, StringComparison.Ordinal);
        var admin = await Fixture.AdminAsync();
        var editor = $"/Admin/Contents/ContentItems/{stall.Producer}/Edit";
        var refused = await admin.SubmitAsync((await admin.GetAsync(editor)).Form("form:has([name='ProducerPart.MailAddress'])").With("ProducerPart.MailAddress", "no address").With("submit.Publish", "submit.Publish"));
        Assert.Contains("This is no mail address.", refused.Text, StringComparison.Ordinal);
        await admin.SubmitAsync((await admin.GetAsync(editor)).Form("form:has([name='ProducerPart.MailAddress'])").With("ProducerPart.MailAddress", address).With("submit.Publish", "submit.Publish"));

        var send = (await PageAsync(stall, "Producer")).FormTo($"/Admin/distributions/{stall.Distribution}/lists/send");
        Assert.Contains($"The list is sent to {address}.", (await SubmitAsync(send)).Notices, StringComparison.Ordinal);
        Assert.Contains($"Sent to {address}", (await SubmitAsync(send)).Text, StringComparison.Ordinal);

        var mails = new Mailbox(Site.DataFolder).To(address);
        Assert.Equal(2, mails.Count);
        Assert.Contains($"- {bread.Name}: 4 × piece", mails[0].TextBody, StringComparison.Ordinal);
        Assert.Contains(Euro(2000), mails[0].TextBody, StringComparison.Ordinal);
        var part = Assert.Single(mails[0].Attachments.OfType<MimeKit.MimePart>());
        Assert.EndsWith(".csv", part.FileName, StringComparison.Ordinal);
        Assert.DoesNotContain(address, (await ann.Browser.GetAsync("/")).Html, StringComparison.Ordinal);
    }

    private async Task<SitePage> PageAsync(Stall stall, string by) => await (await Fixture.CoordinatorAsync()).GetAsync($"/Admin/distributions/{stall.Distribution}/lists?by={by}");

    private static async Task<string> FileAsync(SiteClient browser, Stall stall, string by) => (await browser.GetAsync($"/Admin/distributions/{stall.Distribution}/lists/file?by={by}")).Html;

    private static string[] Lines(string file) => file.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> NumberAsync(string accountId) =>
        System.Text.RegularExpressions.Regex.Match((await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/accounts/" + accountId)).Text, "C-[0-9]+").Value;
}
