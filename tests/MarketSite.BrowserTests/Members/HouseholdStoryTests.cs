using System.Text.RegularExpressions;
using MarketSite.TestHost;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Members;

/// <summary>Two people share an account: one invites, the other opens the mail's link, registers, accepts and orders; by the keyboard alone.</summary>
public sealed partial class HouseholdStoryTests(Market market)
{
    [Theory]
    [MemberData(nameof(Reader.Each), MemberType = typeof(Reader))]
    public async Task A_guest_opens_the_mails_link_registers_accepts_and_orders_on_the_account(string screen, string language)
    {
        var reader = new Reader(market, screen, language);
        var (login, guest) = (await reader.RegisterAsync(), Market.NewLogin());
        await using var holder = await reader.VisitAsync(login);
        await holder.GoAsync("my-account");
        await holder.FollowAsync(holder.Link(reader.Say("Household: who shares this account", "Foyer : qui partage ce compte")));
        await holder.TypeAsync(holder.Field(reader.Say("Their mail address", "Son adresse e-mail")), guest + "@example.org");
        await holder.SendAsync();
        await Expect(holder.Message).ToContainTextAsync(reader.Say("The invitation is on its way.", "L’invitation est partie."));
        var mail = Assert.Single(await market.Mails.WaitForAsync(guest + "@example.org"));

        await using var visit = await reader.VisitAsync();
        await visit.GoAsync(Link().Match(mail.TextBody!).Value);
        await Expect(visit.Page.Locator("#invitation")).ToContainTextAsync(login);
        await visit.FollowAsync(visit.Button(reader.Say("Register", "Créer mon compte")));
        await RegisterAsync(visit, guest);
        await visit.FollowAsync(visit.Button(reader.Say("Accept", "Accepter")));
        await Expect(visit.Message).ToContainTextAsync(reader.Say("You are of the household now.", "Vous êtes maintenant du foyer."));

        await visit.GoAsync("order");
        await visit.PressAsync(visit.Button(reader.Say("One more: Brioche", "Un de plus : Brioche")));
        await visit.FollowAsync(visit.Button(reader.Say("Check my order", "Vérifier ma commande")));
        await visit.FollowAsync(visit.Button(reader.Say("Order – you must pay", "Commande avec obligation de paiement")));
        await Expect(visit.Message).ToContainTextAsync(reader.Say("Your order is noted: €5.50.", "Votre commande est notée : 5,50"));

        Assert.Equal(-550, await holder.MyBalanceAsync());
        await holder.GoAsync("my-account/household");
        await Expect(holder.Page.Locator("#logins")).ToContainTextAsync(guest);
        var confirmed = (await market.Mails.WaitForAsync(guest + "@example.org", 2))[^1];
        Assert.Contains("Brioche", confirmed.TextBody, StringComparison.Ordinal);
        Assert.Empty(holder.Faults.Concat(visit.Faults));
    }

    private static async Task RegisterAsync(Visit visit, string login)
    {
        ILocator Field(string name) => visit.Page.Locator($"[name='RegisterUserForm.{name}']");

        await Expect(Field("Name")).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync(login);
        await visit.TypeAsync(Field("UserName"), login);
        await visit.TypeAsync(Field("Email"), login + "@example.org");
        await visit.TypeAsync(Field("Password"), SiteOptions.DevelopmentPassword);
        await visit.TypeAsync(Field("ConfirmPassword"), SiteOptions.DevelopmentPassword);
        await visit.SendAsync();
    }

    [GeneratedRegex(@"/invitation/\S+")]
    private static partial Regex Link();
}
