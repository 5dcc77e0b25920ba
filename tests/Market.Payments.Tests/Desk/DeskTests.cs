using System.Text.Json;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Desk;

/// <summary>The coordinator's desk: what waits, and finding anything, each with what somebody may see and no more.</summary>
public abstract class DeskTests(SiteFixture fixture) : Scenario(fixture)
{
    [Fact]
    public async Task The_admins_home_says_what_waits_and_leads_to_it()
    {
        var account = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync();
        var before = Figure(await coordinator.GetAsync("/Admin"), "Payments to confirm");
        var form = (await coordinator.GetAsync($"/Admin/payments/accounts/{account}/announce")).FormTo($"/Admin/payments/accounts/{account}/announce");
        await coordinator.SubmitAsync(form.With("Amount", "12.34").With("Method", "transfer"));

        var home = await coordinator.GetAsync("/Admin");

        Assert.Equal(before + 1, Figure(home, "Payments to confirm"));
        Assert.EndsWith("/Admin/payments/pending", Tile(home, "Payments to confirm").QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        var links = home.Document.QuerySelectorAll("#desk-matters a, #desk-ways a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.True(links.Count >= 8, home.Text);
        foreach (var link in links)
        {
            Assert.True((await coordinator.GetAsync(link)).IsSuccess, link);
        }

        Assert.Contains("Clients owe", home.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Books", string.Join(' ', home.TextsOf("#desk-matters")), StringComparison.Ordinal);
        Assert.Contains("Books", string.Join(' ', (await (await Fixture.AdminAsync()).GetAsync("/Admin")).TextsOf("#desk-matters")), StringComparison.Ordinal);
        Assert.Contains("Paiements à confirmer", (await (await Fixture.CoordinatorAsync("fr")).GetAsync("/Admin")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ManageClients")]
    [InlineData("ManageClients", "ViewBalances")]
    [InlineData("CloseDistributions")]
    [InlineData("CloseDistributions", "UseCounter")]
    [InlineData("ViewBalances")]
    [InlineData("RecordPayments")]
    [InlineData("ChargeFees")]
    [InlineData("ManageBooks")]
    [InlineData("ViewOrders")]
    public async Task Who_sees_a_tile_or_a_way_may_open_its_page(params string[] rights)
    {
        using var somebody = await SignInEditorAsync(rights);

        var home = await somebody.GetAsync("/Admin");

        Assert.Equal(rights.Contains("ManageClients") && rights.Contains("ViewBalances"), string.Join(' ', home.TextsOf("#desk-matters")).Contains("Accounts to open", StringComparison.Ordinal));
        foreach (var link in home.Document.QuerySelectorAll("#desk-matters a, #desk-ways a").Select(link => link.GetAttribute("href")!))
        {
            Assert.True((await somebody.AskAsync(link)).IsSuccess, link);
        }
    }

    [Fact]
    public async Task A_volunteer_sees_their_counter_and_nothing_of_the_money()
    {
        var name = NewName("Zoë Quartier");
        await OpenAccountAsync(name);
        using var volunteer = await SignInEditorAsync("UseCounter");

        var home = await volunteer.GetAsync("/Admin");

        Assert.Equal(["Counter market day"], home.TextsOf("#desk-ways a"));
        Assert.Empty(home.Document.QuerySelectorAll("#desk-matters"));
        Assert.Empty(await HitsAsync(volunteer, name));
        Assert.Empty(await HitsAsync(volunteer, "0.01"));
        Assert.Contains(await HitsAsync(volunteer, "count"), hit => hit is { Kind: "Pages", Title: "Counter" });
        Assert.DoesNotContain(await HitsAsync(volunteer, "bal"), hit => hit.Title == "Clients' balances");
        Assert.DoesNotContain(name, (await volunteer.GetAsync("/Admin/find?q=" + Uri.EscapeDataString(name))).TextOf("#found"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_found_by_a_part_of_the_name_without_accents_by_number_and_reference()
    {
        var name = NewName("Éloïse Garçon-");
        var account = await OpenAccountAsync(name);
        var page = await AccountPageAsync(account);
        var coordinator = await Fixture.CoordinatorAsync();

        var plain = name.Replace('É', 'e').Replace('ï', 'i').Replace('ç', 'c').Replace("-", " ", StringComparison.Ordinal);
        var hit = Assert.Single(await HitsAsync(coordinator, plain), one => one.Kind == "Clients");

        Assert.Equal(name, hit.Title);
        Assert.EndsWith("/payments/accounts/" + account, hit.Address, StringComparison.Ordinal);
        var number = hit.Detail!.Split(' ')[0];
        Assert.Contains(number, page.Text, StringComparison.Ordinal);
        Assert.Contains(await HitsAsync(coordinator, number), one => one.Address == hit.Address);
        Assert.Contains(name, (await coordinator.GetAsync("/Admin/find?q=" + Uri.EscapeDataString(plain))).TextOf("#found"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amount_finds_what_was_recorded_with_comma_or_point()
    {
        var account = await OpenAccountAsync();
        await PayAsync(account, "347.93");
        var coordinator = await Fixture.CoordinatorAsync();

        foreach (var typed in (string[])["347.93", "347,93", "€347.93", "-347.93"])
        {
            var hits = await HitsAsync(coordinator, typed);
            Assert.Contains(hits, hit => hit.Kind == "Recorded" && hit.Title.Contains("347.93", StringComparison.Ordinal) && hit.Address.EndsWith(account, StringComparison.Ordinal));
            Assert.Contains(hits, hit => hit.Kind == "Clients" && hit.Address.EndsWith(account, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(await HitsAsync(coordinator, "347.9"), hit => hit.Kind == "Recorded" && hit.Address.EndsWith(account, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cheque_is_found_by_its_number_and_an_order_by_its()
    {
        using var member = await RegisterAsync();
        var number = Random.Shared.Next(1_000_000, 9_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await PayAsync(member.AccountId, "3.21", "cheque", ("Details[cheque-number]", number), ("Details[cheque-bank]", "La Banque"));
        var order = await OrderAsync(member.Browser);
        var coordinator = await Fixture.CoordinatorAsync();

        var cheque = Assert.Single(await HitsAsync(coordinator, number), hit => hit.Kind == "Cheques");
        Assert.StartsWith(number, cheque.Title, StringComparison.Ordinal);
        Assert.True((await coordinator.GetAsync(cheque.Address)).IsSuccess);
        Assert.Contains(await HitsAsync(coordinator, number[^4..]), hit => hit.Address == cheque.Address);
        var found = Assert.Single(await HitsAsync(coordinator, order.OrderId.ToUpperInvariant()), hit => hit.Kind == "Orders");
        Assert.EndsWith("/Admin/orders/" + order.OrderId, found.Address, StringComparison.Ordinal);
        Assert.Contains(await HitsAsync(coordinator, order.OrderId[..20]), hit => hit.Address == found.Address);
    }

    [Fact]
    public async Task Pages_are_found_in_the_readers_language_and_odd_texts_find_nothing()
    {
        var coordinator = await Fixture.CoordinatorAsync();

        Assert.Contains(await HitsAsync(coordinator, "pending"), hit => hit.Kind == "Pages" && hit.Address.EndsWith("/payments/pending", StringComparison.Ordinal));
        Assert.Contains(await HitsAsync(await Fixture.CoordinatorAsync("fr"), "cheque"), hit => hit.Kind == "Pages" && hit.Address.EndsWith("/payments/cheques", StringComparison.Ordinal));
        foreach (var odd in (string[])["", " ", "x", "%", "%%", "__", "-'", "<script>alert(1)</script>", new string('9', 400), "';--", "\0\0\0", "!!!!!"])
        {
            Assert.Empty(await HitsAsync(coordinator, odd));
            Assert.True((await coordinator.GetAsync("/Admin/find?q=" + Uri.EscapeDataString(odd))).IsSuccess);
        }
    }

    private static int Figure(SitePage home, string label) =>
        int.Parse(Tile(home, label).QuerySelector("strong")!.TextContent, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    private static AngleSharp.Dom.IElement Tile(SitePage home, string label) =>
        home.Document.QuerySelectorAll("#desk-matters li").Single(tile => tile.TextContent.Contains(label, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<Hit>> HitsAsync(SiteClient browser, string typed) =>
        JsonSerializer.Deserialize<List<Hit>>((await browser.GetAsync("/Admin/find/hits?q=" + Uri.EscapeDataString(typed))).Html, JsonSerializerOptions.Web)!;

    private sealed record Hit(string Kind, string Title, string? Detail, string Address);
}

[Collection(SqliteSite.Name)]
public sealed class DeskOnSqlite(SqliteSite site) : DeskTests(site);

[Collection(PostgresSite.Name)]
public sealed class DeskOnPostgres(PostgresSite site) : DeskTests(site);
