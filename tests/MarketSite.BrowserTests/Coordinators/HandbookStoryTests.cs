using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests.Coordinators;

/// <summary>The handbook is opened at the place of the page that is before one, and searched: by the keyboard alone.</summary>
public sealed class HandbookStoryTests(Market market)
{
    [Theory]
    [MemberData(nameof(Reader.All), MemberType = typeof(Reader))]
    public async Task A_question_mark_leads_to_the_place_and_a_word_to_its_page(string screen, string language)
    {
        var reader = new Reader(market, screen, language);
        await using var visit = await reader.VisitAsync(Market.Coordinator);
        await visit.GoAsync("Admin/payments/invitations");
        await visit.FollowAsync(visit.Page.GetByLabel(reader.Say("Help with this page", "Aide pour cette page")));

        await Expect(visit.Page).ToHaveURLAsync(new Regex("/handbook/.+#.+"));
        var place = visit.Page.Locator("#" + Uri.UnescapeDataString(new Uri(visit.Page.Url).Fragment)[1..]);
        await Expect(place).ToBeInViewportAsync();
        await Expect(place).ToContainTextAsync(reader.Say("Invite to the market", "Inviter"));

        await visit.FollowAsync(visit.Page.Locator(".handbook-up a"));
        await visit.TypeAsync(visit.Page.GetByRole(AriaRole.Searchbox, new() { Name = reader.Say("Search the handbook", "Chercher dans le manuel") }), reader.Say("deposit slip", "bordereau"));
        await visit.SendAsync();
        var hit = visit.Page.Locator("#handbook-hits a").First;
        var title = (await hit.TextContentAsync())!.Split('·')[0].Trim();
        await visit.FollowAsync(hit);

        await Expect(visit.Page.Locator("h1").First).ToContainTextAsync(title);
        await Expect(visit.Page.Locator("#handbook-text")).ToContainTextAsync(reader.Say("slip", "bordereau"));
        Assert.Empty(visit.Faults);
    }
}
