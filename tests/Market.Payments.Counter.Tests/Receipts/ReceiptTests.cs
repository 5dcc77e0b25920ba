using System.Globalization;
using System.Net;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Receipts;

/// <summary>Receipts at their public doors: issued once, shown to whom they are for, printed and mailed as what they are.</summary>
public abstract class ReceiptTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task It_says_what_was_sold_and_paid_and_nobody_by_name()
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        await PayAsync(member.AccountId, Typed(order.Total), "cash", ("OrderId", order.OrderId));

        var page = await IssueAsync(member.AccountId);

        Assert.Equal(order.Total, MinorUnits(page, "#receipt"));
        var lines = page.TextsOf("#receipt .receipt-lines > div");
        Assert.Equal(2, lines.Count(line => line.Contains("1 × ", StringComparison.Ordinal) && line.Contains("VAT 5.5 %", StringComparison.Ordinal)));
        Assert.Contains($"Total of the order{Euro(order.Total)}", lines);
        Assert.StartsWith("VAT 5.5 % on ", page.TextOf("#receipt [data-vat='550']"), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("Cash", StringComparison.Ordinal) && line.EndsWith(Euro(order.Total), StringComparison.Ordinal));
        Assert.Matches("Code [0-9a-f]{64}", page.TextOf("#receipt .receipt-proof"));
        Assert.Contains("Its day is not closed yet", page.TextOf("#receipt .receipt-proof"), StringComparison.Ordinal);
        Assert.DoesNotContain(member.Login, page.TextOf("#receipt"), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("#receipt-duplicate, #receipt-reversed"));
        Assert.Single(page.Document.QuerySelectorAll(".receipt-code svg"));
    }

    [Fact]
    public async Task A_payment_has_one_receipt_whoever_asks_and_how_often()
    {
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "12");
        var form = IssueForm(await AccountPageAsync(member.AccountId));
        var own = (await member.Browser.GetAsync("/my-account")).Form("#my-receipts form");
        var coordinator = await Fixture.CoordinatorAsync();

        var pages = await Task.WhenAll(coordinator.SubmitAsync(form), coordinator.SubmitAsync(form), member.Browser.SubmitAsync(own));

        Assert.Single(pages.Select(NumberOn).Distinct());
        Assert.Single((await AccountPageAsync(member.AccountId)).Document.QuerySelectorAll("#receipts li"));
        Assert.Empty((await AccountPageAsync(member.AccountId)).Document.QuerySelectorAll("#receipts form"));
    }

    [Fact]
    public async Task Receipts_that_are_issued_at_once_have_numbers_without_a_gap()
    {
        var forms = new List<SiteForm>();
        for (var i = 0; i < 6; i++)
        {
            var accountId = await OpenAccountAsync();
            await PayAsync(accountId, "5");
            forms.Add(IssueForm(await AccountPageAsync(accountId)));
        }

        var coordinator = await Fixture.CoordinatorAsync();
        var numbers = (await Task.WhenAll(forms.Select(coordinator.SubmitAsync))).Select(NumberOn).Order().ToList();

        Assert.Equal(6, numbers.Distinct().Count());
        var all = (await coordinator.GetAsync("/Admin/payments/receipts")).TextsOf("#receipts tbody a[href*='/receipts/']")
            .Select(text => long.Parse(text["Receipt no. ".Length..], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(0, all.Count).Select(back => all[0] - back), all);
    }

    [Fact]
    public async Task Whoever_holds_the_link_sees_it_and_an_altered_one_shows_nothing()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "23.45");
        var link = LinkOn(await IssueAsync(accountId));
        using var stranger = Site.NewClient();

        var page = await stranger.GetAsync(link);
        var altered = await stranger.AskAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'));
        var otherCase = await stranger.AskAsync("/receipt/" + string.Concat(link["/receipt/".Length..].Select(letter => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter))));

        Assert.Equal(2345, MinorUnits(page, "#receipt"));
        Assert.Equal(22, link["/receipt/".Length..].Length);
        Assert.All(new[] { altered, otherCase }, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
        Assert.Contains("This link no longer works", altered.Text, StringComparison.Ordinal);
        Assert.Contains("This money is for the account", page.TextOf("#receipt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_sees_their_own_and_anothers_is_not_there()
    {
        using var member = await RegisterAsync();
        using var other = await RegisterAsync();
        await PayAsync(member.AccountId, "8");
        var page = await member.Browser.SubmitAsync((await member.Browser.GetAsync("/my-account")).Form("#my-receipts form"));
        var address = "/my-account/receipts/" + NumberOn(page).ToString(CultureInfo.InvariantCulture);

        Assert.Equal(address, page.Address.AbsolutePath);
        Assert.Equal(800, MinorUnits(await member.Browser.GetAsync(address), "#receipt"));
        Assert.Contains(Euro(800), (await member.Browser.GetAsync("/my-account")).TextOf("#my-receipts"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.AskAsync(address)).Status);

        // Nor does another issue one for this payment.
        var stolen = await PaymentIdAsync(member.AccountId, "9");
        await PayAsync(other.AccountId, "1");
        var form = (await other.Browser.GetAsync("/my-account")).Form("#my-receipts form");
        Assert.Contains("There is no receipt of this payment.", (await other.Browser.SubmitAsync(form.With("operationId", stolen))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_on_paper_is_the_receipt_and_each_later_one_says_that_it_is_a_duplicate()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "6");
        var page = await IssueAsync(accountId);
        var coordinator = await Fixture.CoordinatorAsync();
        var form = page.Form("form[action$='/print']");

        var first = await coordinator.SubmitAsync(form);
        var again = await coordinator.SubmitAsync(form);
        var shown = await coordinator.GetAsync(page.Address.AbsolutePath);
        var second = await coordinator.SubmitAsync(shown.Form("form[action$='/print']"));

        Assert.Empty(first.Document.QuerySelectorAll("#receipt-duplicate"));
        Assert.Equal(first.Address, again.Address);
        Assert.Equal("Print a duplicate", shown.TextOf("form[action$='/print'] button"));
        Assert.StartsWith("Duplicate no. 1, of ", second.TextOf("#receipt-duplicate"), StringComparison.Ordinal);
        Assert.Equal(2, (await coordinator.GetAsync(page.Address.AbsolutePath)).Document.QuerySelectorAll("#handouts li").Length);
    }

    [Fact]
    public async Task It_is_mailed_in_the_members_language_once_for_a_form()
    {
        using var member = await RegisterAsync("fr");
        await PayAsync(member.AccountId, "7.50");
        var page = await IssueAsync(member.AccountId);
        var coordinator = await Fixture.CoordinatorAsync();
        var form = page.Form("form[action$='/mail']");

        Assert.Contains("The receipt is sent", (await coordinator.SubmitAsync(form)).Notices, StringComparison.Ordinal);
        await coordinator.SubmitAsync(form);

        var mail = Assert.Single(new Mailbox(Site.DataFolder).To(member.Login + "@example.org"), mail => mail.Subject!.StartsWith("Reçu n°", StringComparison.Ordinal));
        Assert.Contains("Espèces", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(LinkOn(page), mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("7,50", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Duplicata", mail.TextBody, StringComparison.Ordinal);
        var printed = await coordinator.SubmitAsync((await coordinator.GetAsync(page.Address.AbsolutePath)).Form("form[action$='/print']"));
        Assert.StartsWith("Duplicate no. 1", printed.TextOf("#receipt-duplicate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_login_has_no_mail_and_the_page_offers_none()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "7");

        var page = await IssueAsync(accountId);

        Assert.Empty(page.Document.QuerySelectorAll("form[action$='/mail']"));
    }

    [Fact]
    public async Task A_payment_that_is_reversed_has_no_receipt_and_one_that_is_reversed_later_says_so()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "11");
        await PayAsync(accountId, "22");
        var coordinator = await Fixture.CoordinatorAsync();
        var account = await AccountPageAsync(accountId);
        var stale = IssueForm(account, Euro(1100));
        var issued = await coordinator.SubmitAsync(IssueForm(account, Euro(2200)));
        foreach (var line in await StatementAsync(accountId))
        {
            await coordinator.SubmitAsync((await coordinator.GetAsync(line.ReverseAddress!)).Form(".market-form").With("Reason", "A mistake"));
        }

        Assert.Contains("This payment was reversed: there is no receipt of it.", (await coordinator.SubmitAsync(stale)).Notices, StringComparison.Ordinal);
        var now = await coordinator.GetAsync(issued.Address.AbsolutePath);
        Assert.Equal("Some of this money was reversed since.", now.TextOf("#receipt-reversed"));
        Assert.Equal(2200, MinorUnits(now, "#receipt"));
    }

    [Fact]
    public async Task The_market_names_itself_as_it_did_when_the_receipt_was_issued()
    {
        var accountId = await OpenAccountAsync();
        await PayAsync(accountId, "3");
        await PayAsync(accountId, "4");
        SitePage? before = null;
        await WithSettingsAsync(
            form => form
                .With(Identity(form, "Name"), "Les Trois Chênes")
                .With(Identity(form, "Address"), "1 rue du Marché\r\n44000 Nantes")
                .With(Identity(form, "Siret"), "73282932000074"),
            async () => before = await IssueAsync(accountId, Euro(300)));

        var after = await IssueAsync(accountId, Euro(400));

        Assert.Equal("Les Trois Chênes 1 rue du Marché 44000 Nantes SIRET 732 829 320 00074", before!.TextOf("#receipt header"));
        Assert.DoesNotContain("Chênes", after.TextOf("#receipt header"), StringComparison.Ordinal);
        Assert.Contains("Les Trois Chênes", (await (await Fixture.CoordinatorAsync()).GetAsync(before.Address.AbsolutePath)).TextOf("#receipt header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_market_that_charges_no_vat_says_so_by_the_laws_sentence_and_names_no_rate()
    {
        using var member = await RegisterAsync();
        await WithSettingsAsync(form => form.With(Setting(form, "AccountingSettings.Vat"), "Franchise"), async () =>
        {
            var order = await OrderAsync(member.Browser);
            await PayAsync(member.AccountId, Typed(order.Total), "cash", ("OrderId", order.OrderId));

            var receipt = (await IssueAsync(member.AccountId)).TextOf("#receipt");

            Assert.Contains("TVA non applicable, article 293 B du CGI", receipt, StringComparison.Ordinal);
            Assert.DoesNotContain("VAT", receipt, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task With_the_module_off_a_link_says_so_and_nothing_is_lost()
    {
        using var member = await RegisterAsync();
        await PayAsync(member.AccountId, "2");
        var page = await IssueAsync(member.AccountId);
        using var stranger = Site.NewClient();
        await SwitchAsync("Disable");
        try
        {
            var off = await stranger.AskAsync(LinkOn(page));
            Assert.Equal(HttpStatusCode.NotFound, off.Status);
            Assert.Contains("Receipts are switched off", off.Text, StringComparison.Ordinal);
            Assert.Empty((await member.Browser.GetAsync("/my-account")).Document.QuerySelectorAll("#my-receipts"));
        }
        finally
        {
            await SwitchAsync("Enable");
        }

        Assert.Equal(200, MinorUnits(await stranger.GetAsync(LinkOn(page)), "#receipt"));
    }

    private async Task SwitchAsync(string action)
    {
        var admin = await Fixture.AdminAsync();
        await admin.SubmitAsync(await admin.BareFormAsync($"/Admin/Features/Market.Payments.Counter/{action}", "/Admin/payments/settings"));
    }

    private static string Identity(SiteForm form, string name) => Setting(form, "MarketIdentitySettings." + name);

    private static SiteForm IssueForm(SitePage account, string? amount = null) => SiteFormOf(account, account.Document.QuerySelectorAll("#receipts form")
        .First(form => amount is null || form.TextContent.Contains(amount, StringComparison.Ordinal)));

    private static SiteForm SiteFormOf(SitePage page, AngleSharp.Dom.IElement form) =>
        page.Form($"#receipts form:has([value='{form.QuerySelector("[name=operationId]")!.GetAttribute("value")}'])");

    private static long NumberOn(SitePage page) => long.Parse(page.One("#receipt").GetAttribute("data-number")!, CultureInfo.InvariantCulture);

    private static string LinkOn(SitePage page) => new Uri(page.One("#receipt-link").GetAttribute("value")!).AbsolutePath;

    private async Task<SitePage> IssueAsync(string accountId, string? amount = null) =>
        await (await Fixture.CoordinatorAsync()).SubmitAsync(IssueForm(await AccountPageAsync(accountId), amount));

    private async Task<string> PaymentIdAsync(string accountId, string amount)
    {
        await PayAsync(accountId, amount);
        return IssueForm(await AccountPageAsync(accountId))["operationId"]!;
    }
}

[Collection(SqliteSite.Name)]
public sealed class ReceiptsOnSqlite(SqliteSite site) : ReceiptTests(site);

[Collection(PostgresSite.Name)]
public sealed class ReceiptsOnPostgres(PostgresSite site) : ReceiptTests(site);
