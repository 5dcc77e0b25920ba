using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests;

/// <summary>The market's workflow activities in Orchard's designer: each can be found, understood, added and seen. They are read from the picker, so that a new one is looked at too.</summary>
public sealed class ActivityTests(Market market)
{
    private static readonly string[] Known =
    [
        "AnnouncePaymentTask", "BalanceBelowThresholdEvent", "BalanceSettledEvent", "CancelPendingPaymentTask", "ChequeBouncedEvent", "CreatePaymentLinkTask",
        "DistributionClosedEvent", "DistributionClosingSoonEvent", "DistributionOpenedEvent", "ForEachAccountTask", "GetBalanceTask",
        "OrderCancelledEvent", "OrderCancellingEvent", "OrderChangedEvent", "OrderChangingEvent", "OrderPlacedEvent", "OrderPlacingEvent",
        "PaymentAnnouncedEvent", "PaymentFailedEvent", "PaymentReceivedEvent", "PostOrderDebitTask", "RecordPaymentTask", "ReverseOperationTask", "TellOfUnpaidChequeTask",
    ];

    [Fact]
    public async Task Every_activity_of_the_market_is_shown_edited_and_designed_in_English_and_French()
    {
        await using var english = await market.VisitAsync(Market.Admin);
        var designer = await NewWorkflowAsync(english);
        var activities = await PickerAsync(english, designer);
        Assert.Superset(Known.ToHashSet(), activities.Keys.ToHashSet());

        await using var french = await market.VisitAsync(Market.Admin, language: "fr-FR");
        var activites = await PickerAsync(french, designer);
        Assert.Equal(activities.Keys.Order(), activites.Keys.Order());

        var faults = new List<string>();
        foreach (var (name, (add, words)) in activities)
        {
            var (ajout, mots) = activites[name];
            NoteIf(words.Title.Length == 0 || words.Says.Length == 0, $"{name} has no thumbnail.");
            NoteIf(words.Title == mots.Title || words.Says == mots.Says, $"{name} has no French thumbnail.");

            var edited = await EditorAsync(english, add);
            NoteIf(edited.Length == 0, $"{name} has no editor.");
            NoteIf(edited == await EditorAsync(french, ajout), $"{name} has no French editor.");

            await english.GoAsync(add);
            foreach (var field in await english.Page.Locator("form input[data-val-required], form textarea[data-val-required]").AllAsync())
            {
                if (await field.IsVisibleAsync() && (await field.InputValueAsync()).Length == 0)
                {
                    await field.FillAsync("test");
                }
            }

            await english.Page.Locator("form button.save[type=submit], form button.btn-success[type=submit]").First.ClickAsync();
            await Expect(english.Page.Locator(".workflow-canvas")).ToBeVisibleAsync();
        }

        await english.GoAsync(designer);
        var designed = await english.Page.Locator(".workflow-canvas .activity").AllInnerTextsAsync();
        NoteIf(designed.Count != activities.Count, $"{designed.Count} of {activities.Count} activities are in the design.");
        await french.GoAsync(designer);
        var dessine = await french.Page.Locator(".workflow-canvas .activity header").AllInnerTextsAsync();
        NoteIf(dessine.Count != activities.Count || dessine.Any(string.IsNullOrWhiteSpace), "An activity has no design.");
        foreach (var (name, (_, mots)) in activites)
        {
            NoteIf(!dessine.Any(text => text.Contains(mots.Title, StringComparison.Ordinal)), $"{name} has no French design.");
        }

        Assert.Empty(faults);
        Assert.Empty(english.Faults);
        Assert.Empty(french.Faults);

        void NoteIf(bool isWrong, string fault)
        {
            if (isWrong)
            {
                faults.Add(fault);
            }
        }
    }

    private static async Task<string> NewWorkflowAsync(Visit visit)
    {
        await visit.GoAsync("Admin/Workflows/Types/EditProperties");
        await visit.Page.Locator("input[name=Name]").FillAsync("Every activity");
        await visit.Page.Locator("form button.save[type=submit], form button.btn-success[type=submit]").First.ClickAsync();
        await Expect(visit.Page.Locator(".workflow-canvas")).ToBeVisibleAsync();
        return visit.Page.Url.Split('?')[0];
    }

    private static async Task<Dictionary<string, (string Add, (string Title, string Says) Words)>> PickerAsync(Visit visit, string designer)
    {
        await visit.GoAsync(designer);
        var found = new Dictionary<string, (string, (string, string))>(StringComparer.Ordinal);
        foreach (var card in await visit.Page.Locator("#activity-picker .activity[data-category=Market], #activity-picker .activity[data-category=market]").AllAsync())
        {
            var add = (await card.Locator("a.btn").GetAttributeAsync("href"))!;
            var name = add.Split('/', '?').SkipWhile(part => part != "Activity").ElementAt(1);
            found.Add(name, (add, (await TextAsync(card.Locator("h4")), await TextAsync(card.Locator("p")))));
        }

        return found;
    }

    private static async Task<string> TextAsync(ILocator place) => string.Join(' ', await place.AllTextContentsAsync()).Trim();

    // What the activity's own editor says: not the title, which Orchard gives to all.
    private static async Task<string> EditorAsync(Visit visit, string add)
    {
        await visit.GoAsync(add);
        return await TextAsync(visit.Page.Locator("form .ocat-wrapper .hint, form p, form li"));
    }
}
