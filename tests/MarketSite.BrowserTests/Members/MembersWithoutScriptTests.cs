using MarketSite.TestHost;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Members;

/// <summary>Where scripts do not run, the browser alone keeps a visitor's basket and a member's choice of mails.</summary>
public sealed class MembersWithoutScriptTests(Market market)
{
    [Fact]
    public async Task A_basket_is_kept_over_logging_in_and_mails_are_chosen()
    {
        var login = await market.RegisterAsync("fr");
        await using var visit = await market.VisitAsync(screen: Screen.Phone, language: "fr", withScript: false);
        await visit.GoAsync("order");
        await visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Carottes" }).FillAsync("3");
        await visit.Button("Vérifier ma commande").ClickAsync();
        await visit.Field("Identifiant ou adresse e-mail").FillAsync(login);
        await visit.Field("Mot de passe").FillAsync(SiteOptions.DevelopmentPassword);
        await visit.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Connexion" }).ClickAsync();
        await Expect(visit.Page.Locator("#after")).ToHaveAttributeAsync("data-minor-units", "-780");
        await visit.Button("Commande avec obligation de paiement").ClickAsync();
        await Expect(visit.Message).ToContainTextAsync("Votre commande est notée : 7,80");

        await visit.Link("Mon compte").ClickAsync();
        await visit.Link("Mes e-mails").ClickAsync();
        await visit.Page.Locator("#mail-receipts").UncheckAsync();
        await visit.Page.Locator("#mails").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(visit.Message).ToContainTextAsync("Votre choix d’e-mails est enregistré.");
        await Expect(visit.Page.Locator("#mail-receipts")).Not.ToBeCheckedAsync();
        Assert.Empty(visit.Faults);
    }
}
