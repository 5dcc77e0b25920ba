using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Members;

/// <summary>The administrator lets members give one another credit, and one of them does, by the keyboard alone.</summary>
public sealed class GiftStoryTests(Market market)
{
    [Theory]
    [MemberData(nameof(Reader.Each), MemberType = typeof(Reader))]
    public async Task Credit_is_given_and_both_see_it(string screen, string language)
    {
        var reader = new Reader(market, screen, language);
        var (giver, receiver) = (await reader.RegisterAsync(), await reader.RegisterAsync());
        await using var admin = await reader.VisitAsync(Market.Admin);
        await LetGiveAsync(admin, reader, "20");
        await PayAsync(giver);
        await using var theirs = await reader.VisitAsync(receiver);
        await theirs.GoAsync("my-account");
        var number = (await theirs.Page.Locator("#statement p.quiet").First.TextContentAsync())!.Split('·')[^1].Trim();

        await using var visit = await reader.VisitAsync(giver);
        await visit.GoAsync("my-account");
        await visit.FollowAsync(visit.Link(Give(reader)));
        await visit.TypeAsync(visit.Field(reader.Say("Number of their account", "Numéro de son compte")), number);
        await visit.TypeAsync(visit.Field(reader.Say("Their name, as the market has it", "Son nom, tel que le marché l’a")), receiver);
        await visit.TypeAsync(visit.Field(reader.Say("Amount", "Montant")), reader.Say("5.03", "5,03"));
        await visit.TypeAsync(visit.Field(reader.Say("A few words to it (optional)", "Quelques mots (facultatif)")), "For the jam");
        await visit.FollowAsync(visit.Button(reader.Say("Give it", "Donner")));

        await Expect(visit.Message).ToContainTextAsync(reader.Say($"You gave €5.03 of your credit to {receiver}.", "de votre avoir à " + receiver));
        Assert.Equal((1064, 503), (await visit.MyBalanceAsync(), await theirs.MyBalanceAsync()));
        await Expect(theirs.Page.Locator("#statement")).ToContainTextAsync(reader.Say("Gift of credit from", "Don d’avoir de"));
        Assert.Contains("For the jam", Assert.Single(await market.Mails.WaitForAsync(receiver + "@example.org")).TextBody, StringComparison.Ordinal);
        await LetGiveAsync(admin, reader, string.Empty);
        await visit.GoAsync("my-account");
        await Expect(visit.Link(Give(reader))).ToHaveCountAsync(0);
        Assert.Empty(admin.Faults.Concat(visit.Faults).Concat(theirs.Faults));
    }

    private static string Give(Reader reader) => reader.Say("Give credit to another member", "Donner de l’avoir à un autre adhérent");

    private static async Task LetGiveAsync(Visit admin, Reader reader, string most)
    {
        await admin.GoAsync("Admin/payments/settings");
        var field = admin.Field(reader.Say("Members give one another credit up to", "Les adhérents se donnent de l’avoir jusqu’à"));
        await field.FillAsync(most);
        await field.PressAsync("Enter");
        await Expect(admin.Message).ToContainTextAsync(reader.Say("The payment settings are saved.", "Les paramètres de paiement sont enregistrés."));
    }

    private async Task PayAsync(string member)
    {
        await using var desk = await market.VisitAsync(Market.Coordinator);
        await desk.GoAsync("Admin/payments/clients?search=" + member);
        await desk.Link(member).ClickAsync();
        await desk.Link("Record a payment").ClickAsync();
        await desk.Page.GetByLabel("Amount").FillAsync("15.67");
        await desk.Page.GetByLabel("Cash").CheckAsync();
        await desk.Button("Record the payment").ClickAsync();
        await Expect(desk.Page.Locator("#balance")).ToHaveAttributeAsync("data-minor-units", "1567");
    }
}
