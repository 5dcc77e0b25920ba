using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Members;

/// <summary>A basket outlives leaving and logging in, and what was ordered once is ordered again: by the keyboard alone.</summary>
public sealed class BasketStoryTests(Market market)
{
    [Theory]
    [MemberData(nameof(Reader.Each), MemberType = typeof(Reader))]
    public async Task A_visitors_basket_is_there_after_leaving_and_after_logging_in(string screen, string language)
    {
        var reader = new Reader(market, screen, language);
        var login = await reader.RegisterAsync();
        await using var visit = await reader.VisitAsync();
        await visit.GoAsync("order");
        await visit.PressAsync(visit.Button(reader.Say("One more: Carottes", "Un de plus : Carottes")));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SettleAsync();

        await visit.GoAsync("producers");
        await visit.FollowAsync(visit.Link(reader.Say("Order", "Commander")));
        await Expect(visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Carottes" })).ToHaveValueAsync("2");
        await visit.FollowAsync(visit.Button(reader.Say("Check my order", "Vérifier ma commande")));
        await Expect(visit.Field(reader.Say("Username or email address", "Identifiant ou adresse e-mail"))).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync(login);
        await visit.TypeAsync(visit.Field(reader.Say("Password", "Mot de passe")), MarketSite.TestHost.SiteOptions.DevelopmentPassword);
        await visit.SendAsync();
        await Expect(visit.Page.Locator("#after")).ToHaveAttributeAsync("data-minor-units", "-520");
        await visit.FollowAsync(visit.Button(reader.Say("Order – you must pay", "Commande avec obligation de paiement")));

        await Expect(visit.Message).ToContainTextAsync(reader.Say("Your order is noted: €5.20.", "Votre commande est notée : 5,20"));
        Assert.Equal(-520, await visit.MyBalanceAsync());
        Assert.Empty(visit.Faults);
    }

    [Theory]
    [InlineData("phone", "fr", "sophie")]
    [InlineData("desktop", "en", "jean")]
    public async Task What_was_ordered_before_is_looked_at_and_ordered_again(string screen, string language, string member)
    {
        var reader = new Reader(market, screen, language);
        await using var visit = await reader.VisitAsync(member);
        var before = await visit.MyBalanceAsync();
        await visit.GoAsync("order");
        await visit.FollowAsync(visit.Link(reader.Say("My orders", "Mes commandes")));
        var cost = (await visit.Page.Locator("#orders .num").Last.TextContentAsync())!.Trim();

        await visit.FollowAsync(visit.Page.Locator("#orders").GetByRole(AriaRole.Button).Last);
        await Expect(visit.Message).ToContainTextAsync(reader.Say("Nothing is ordered yet.", "Rien n'est encore commandé."));
        await visit.FollowAsync(visit.Button(reader.Say("Check my order", "Vérifier ma commande")));
        await visit.FollowAsync(visit.Button(reader.Say("Order – you must pay", "Commande avec obligation de paiement")));

        await Expect(visit.Message).ToContainTextAsync(reader.Say("Your order is noted: ", "Votre commande est notée : ") + cost);
        Assert.Equal(before - long.Parse(string.Concat(cost.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture), await visit.MyBalanceAsync());
        Assert.Empty(visit.Faults);
    }
}
