using System.Text.RegularExpressions;
using Market.Ledger;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Services;
using Market.Payments.Workflows;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Workflows.Models;

namespace Market.Payments.FireTests;

/// <summary>The real site, killed while it tells workflows what happened. A second site on the same data looks at it, and tells what is left.</summary>
public sealed partial class OutboxCrashTests
{
    private const int Kills = 4;

    [Fact]
    public async Task Every_payment_is_told_once_on_SQLite_whenever_the_site_is_killed()
    {
        await using var site = await SiteProcess.StartAsync();
        await using var beside = await MarketHost.OpenAsync(site.DataFolder);
        var type = await beside.DefineAsync([Automation.Activity(MarketEventNames.PaymentReceived)]);
        var random = new Random(20261124);
        await using var till = new Till(site);
        await till.OpenAsync(clerks: 3);
        for (var kill = 0; kill < Kills; kill++)
        {
            await till.AcknowledgeAsync(till.Acknowledged.Count + 4);
            await Task.Delay(random.Next(1, 500), TestContext.Current.CancellationToken);
            await site.RestartAsync();
        }

        await till.AcknowledgeAsync(till.Acknowledged.Count + 4);
        await till.CloseAsync();
        await TellTheRestAsync(beside);

        var told = (await beside.WorkflowsAsync(type)).Where(workflow => workflow.Input("Memo")!.StartsWith("clerk ", StringComparison.Ordinal)).Select(workflow => workflow.Input("Memo")!).ToList();
        Assert.Equal(till.Acknowledged.Keys.Order(), told.Order());
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {told.Count} payments, each told once.");
    }

    [Fact]
    public async Task A_loop_through_500_accounts_goes_on_after_kills_and_pays_each_once()
    {
        await using var site = await SiteProcess.StartAsync();
        await using var beside = await MarketHost.OpenAsync(site.DataFolder);
        var accounts = await beside.OpenAccountsAsync(500);
        await beside.WorkAsync(work => work.RunAsync(
            async services =>
            {
                foreach (var account in accounts)
                {
                    await services.GetRequiredService<ILedger>().PostAsync(Books.Payment(account, 1_000));
                }

                return true;
            },
            _ => true));
        var type = await beside.DefineAsync(
            [
                Automation.Activity(MarketEventNames.PaymentFailed),
                Automation.Activity(nameof(ForEachAccountTask), ("Criterion", nameof(AccountCriterionKind.CreditOfAtLeast)), ("Amount", Automation.Expression("1000"))),
                Automation.Activity(
                    nameof(RecordPaymentTask),
                    ("AccountId", Automation.Expression("{{ Workflow.Properties.AccountId }}")),
                    ("Amount", Automation.Expression("1")),
                    ("Method", Automation.Expression("cash"))),
            ],
            (0, "Done", 1),
            (1, "Each", 2),
            (2, "Posted", 1),
            (2, "AlreadyPosted", 1));

        // The event is raised beside the site, which tells it because a clerk records a payment there.
        var announced = Assert.IsType<PendingResult.Done>(await beside.WorkAsync(work => work.AnnounceAsync(Books.Announcement(accounts[0], 5)))).Payment;
        await beside.WorkAsync(work => work.CancelAsync(new Cancellation { AccountId = accounts[0], PendingPaymentId = announced.Id, Reason = "Start", CancelledBy = "fire" }));
        await StartTellingAsync(site);
        var seen = new List<int>();
        for (var kill = 0; kill < 2; kill++)
        {
            seen.Add(await HandledAsync(beside, more: seen.LastOrDefault()));
            await site.RestartAsync();

            // What the killed site took is due at once, and not after its lease.
            await beside.SqlAsync("""UPDATE "LedgerOutbox" SET "DueMs" = 0""");
            await StartTellingAsync(site);
        }

        await TellTheRestAsync(beside);

        var done = Assert.Single(await beside.WorkflowsAsync(type));
        Assert.Equal((WorkflowStatus.Finished, null), (done.Status, done.FaultMessage));
        foreach (var account in accounts)
        {
            await Books.HoldAsync(beside, account, 2, Books.Euros(1_001));
        }

        Assert.True(seen[0] is > 0 and < 500, $"The site was killed when {seen[0]} accounts were done.");
        TestContext.Current.TestOutputHelper?.WriteLine($"Killed when {string.Join(" and ", seen)} of 500 accounts were done; each was paid once.");
    }

    [Fact]
    public async Task A_page_tells_who_reads_it_their_own_balance_and_nobody_else_anything()
    {
        await using var site = await SiteProcess.StartAsync();
        string page;
        await using (var beside = await MarketHost.OpenAsync(site.DataFolder))
        {
            page = await beside.WorkAsync(work => work.RunAsync(
                async services =>
                {
                    await services.GetRequiredService<IContentDefinitionManager>().AlterTypeDefinitionAsync("Words", type => type.Creatable().WithPart("LiquidPart").WithPart("HtmlBodyPart"));
                    var contents = services.GetRequiredService<IContentManager>();
                    var item = await contents.NewAsync("Words");
                    item.Content["LiquidPart"]["Liquid"] =
                        """
                        <p id="liquid">{{ Account.Name }}|{{ Account.Balance | money }}|{{ "1234.5" | money }}|{{ "<b>" | money }}|{{ "helene" | account }}|{{ Account["helene"] }}</p>
                        """;
                    item.Content["HtmlBodyPart"]["Html"] = """<p id="code">[balance]|[balance account="helene" user="helene"]|[balance]helene[/balance]</p>""";
                    Assert.True(await contents.CreateAsync(item, VersionOptions.Published));
                    return item.ContentItemId;
                },
                _ => true));
        }

        await site.RestartAsync();
        var address = "/Contents/ContentItems/" + page;
        foreach (var person in new[] { "helene", "member" })
        {
            using var member = await site.SignInAsync(person);
            var mine = await member.GetAsync("/my-account");
            var balance = Spaces().Replace(mine.One("#balance").TextContent, string.Empty);
            var shown = await member.GetAsync(address);
            var liquid = Spaces().Replace(shown.One("#liquid").TextContent, string.Empty).Split('|');
            Assert.Contains(liquid[1], balance, StringComparison.Ordinal);
            Assert.NotEmpty(liquid[0]);
            Assert.Equal(["€1,234.50", "<b>", "helene", string.Empty], liquid[2..]);
            Assert.Equal($"{liquid[1]}|{liquid[1]}|{liquid[1]}", Spaces().Replace(shown.One("#code").TextContent, string.Empty));
        }

        using var nobody = site.NewClient();
        var open = await nobody.GetAsync(address);
        Assert.StartsWith("||€1,234.50|", Spaces().Replace(open.One("#liquid").TextContent, string.Empty), StringComparison.Ordinal);
        Assert.Equal("||", open.One("#code").TextContent.Trim());
    }

    // Whoever the site took is free again once its lease is over; the clock of the site beside shows it so.
    private static async Task TellTheRestAsync(MarketHost beside)
    {
        beside.Clock.Set = DateTime.UtcNow.AddMinutes(10);
        await beside.TellAsync();
        beside.Clock.Set = null;
        Assert.Equal(0, await beside.WaitingAsync());
    }

    private static async Task<int> HandledAsync(MarketHost beside, int more)
    {
        for (var until = DateTime.UtcNow.AddMinutes(3); ;)
        {
            var loops = await beside.InScopeAsync(services => services.GetRequiredService<AccountLoops>().ListRunningAsync(nameof(RecordPaymentTask)));
            if (loops is [{ Handled: var handled }] && handled > more)
            {
                return handled;
            }

            Assert.True(DateTime.UtcNow < until, $"The loop does not get on: {loops.Count} run.");
            await Task.Delay(20);
        }
    }

    // A payment on the site has it tell what waits.
    private static async Task StartTellingAsync(SiteProcess site)
    {
        await using var till = new Till(site);
        await till.OpenAsync(clerks: 1);
        await till.AcknowledgeAsync(1);
        await till.CloseAsync();
    }

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();
}
