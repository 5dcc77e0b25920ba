using MarketSite.TestHost;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Members;

/// <summary>A member leaves the market: not while an order is owed, then at once; by the keyboard alone.</summary>
public sealed class LeaveStoryTests(Market market)
{
    [Theory]
    [MemberData(nameof(Reader.Each), MemberType = typeof(Reader))]
    public async Task Nobody_leaves_who_owes_and_who_owes_nothing_is_out_at_once(string screen, string language)
    {
        var reader = new Reader(market, screen, language);
        var login = await reader.RegisterAsync();
        await using var visit = await reader.VisitAsync(login);
        await visit.GoAsync("order");
        await visit.PressAsync(visit.Button(reader.Say("One more: Brioche", "Un de plus : Brioche")));
        await visit.FollowAsync(visit.Button(reader.Say("Check my order", "Vérifier ma commande")));
        await visit.FollowAsync(visit.Button(reader.Say("Order – you must pay", "Commande avec obligation de paiement")));

        await OpenAsync();
        await Expect(visit.Page.Locator("#reasons")).ToContainTextAsync(reader.Say("You still owe the market €5.50: pay it first.", "Vous devez encore 5,50"));
        await Expect(visit.Button(Leave(reader))).ToHaveCountAsync(0);
        await visit.GoAsync("order");
        await visit.FollowAsync(visit.Link(reader.Say("Cancel my order", "Annuler ma commande")));
        await visit.FollowAsync(visit.Button(reader.Say("Yes, cancel it", "Oui, l'annuler")));

        await OpenAsync();
        await visit.PressAsync(visit.Field(reader.Say("Yes, I want to leave", "Oui, je veux partir")), "Space");
        await visit.FollowAsync(visit.Button(Leave(reader)));
        await Expect(visit.Page.Locator("#left")).ToContainTextAsync(reader.Say("Your login is off.", "Votre identifiant est désactivé."));
        await visit.GoAsync("Login");
        await visit.Page.Keyboard.TypeAsync(login);
        await visit.TypeAsync(visit.Field(reader.Say("Password", "Mot de passe")), SiteOptions.DevelopmentPassword);
        await visit.SendAsync();
        await Expect(visit.Page.Locator("main [role=alert]")).Not.ToBeEmptyAsync();
        Assert.Empty(visit.Faults);

        async Task OpenAsync()
        {
            await visit.GoAsync("my-account");
            await visit.FollowAsync(visit.Link(Leave(reader)));
        }
    }

    private static string Leave(Reader reader) => reader.Say("Leave the market", "Quitter le marché");
}
