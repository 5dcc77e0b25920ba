using System.Text.RegularExpressions;
using Market.Ledger;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.Accounts;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Workflows.Loops;
using Market.Payments.Workflows.Tasks;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Html.Models;
using OrchardCore.Liquid.Models;
using OrchardCore.Workflows.Models;

namespace Market.Payments.FireTests;

/// <summary>
/// The real site, killed while it tells workflows what happened. What is made and looked at before and after is so on the same data while
/// that site is down: on SQLite Orchard gives out ids in one process only.
/// </summary>
public sealed partial class OutboxCrashTests : IAsyncDisposable
{
    private const int Kills = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("market-outbox-").FullName;

    [Fact]
    public async Task Every_payment_is_told_once_whenever_the_site_is_killed()
    {
        await SetUpAsync();
        var type = await WhileDownAsync(market => market.DefineAsync([Automation.Activity(MarketEventNames.PaymentReceived)]));
        var random = new Random(20261124);
        IReadOnlyCollection<string> acknowledged;
        await using (var site = await StartAsync())
        {
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
            acknowledged = [.. till.Acknowledged.Keys];
        }

        var (waited, told) = await WhileDownAsync(async market =>
        {
            var waiting = await TellTheRestAsync(market);
            return (waiting, (await market.WorkflowsAsync(type)).Select(workflow => workflow.Input("Memo")!).Where(memo => memo.StartsWith("clerk ", StringComparison.Ordinal)).ToList());
        });

        Assert.Equal(acknowledged.Order(), told.Order());
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {told.Count} payments, each told once; {waited} waited at the end.");
    }

    [Fact]
    public async Task What_waits_is_told_after_a_start_though_nobody_visits_the_site()
    {
        await SetUpAsync();
        var waiting = await WhileDownAsync(async market =>
        {
            Assert.IsType<PostingResult.Posted>(await market.PostAsync(TestBooks.Payment(await market.OpenAccountAsync(), 1)));
            return await market.WaitingAsync();
        });
        Assert.NotEqual(0, waiting);

        await using var site = await SiteProcess.StartAsync(new SiteOptions
        {
            DataFolder = _folder,
            IsVisited = false,
            Variables = new Dictionary<string, string?> { ["OrchardCore__OrchardCore_BackgroundService__PollingTime"] = "00:00:05" },
        });
        await using var watch = await MarketHost.OpenAsync(_folder);
        for (var until = DateTime.UtcNow.AddMinutes(10); await watch.WaitingAsync() > 0;)
        {
            Assert.True(DateTime.UtcNow < until, "Nothing is told until somebody comes.");
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_loop_through_500_accounts_goes_on_after_kills_and_pays_each_once()
    {
        await SetUpAsync();
        var (type, accounts) = await WhileDownAsync(async market =>
        {
            var opened = await market.OpenAccountsAsync(500);
            await market.WorkAsync(work => work.RunAsync(
                async services =>
                {
                    foreach (var account in opened)
                    {
                        await services.GetRequiredService<ILedger>().PostAsync(TestBooks.Payment(account, 1_000));
                    }

                    return true;
                },
                _ => true));
            await market.TellAsync();
            var loop = await DefineLoopAsync(market);
            var announced = Assert.IsType<PendingResult.Done>(await market.WorkAsync(work => work.AnnounceAsync(TestBooks.Announcement(opened[0], 5)))).Payment;
            await market.WorkAsync(work => work.CancelAsync(new Cancellation { AccountId = opened[0], PendingPaymentId = announced.Id, Reason = "Start", CancelledBy = "fire" }));
            return (loop, opened);
        });

        var seen = new List<int>();
        await using (var site = await StartAsync())
        {
            await using var watch = await MarketHost.OpenAsync(_folder);
            for (var kill = 0; kill < 2; kill++)
            {
                // The loop is looked for before it starts, or it might be over.
                var handling = HandledAsync(watch, more: seen.LastOrDefault());
                await StartTellingAsync(site);
                seen.Add(await handling);
                await site.RestartAsync();

                // What the killed site took is due at once, and not after its lease.
                await watch.SqlAsync("""UPDATE "LedgerOutbox" SET "DueMs" = 0""");
            }
        }

        await WhileDownAsync(async market =>
        {
            await TellTheRestAsync(market);
            var done = Assert.Single(await market.WorkflowsAsync(type));
            Assert.Equal((WorkflowStatus.Finished, null), (done.Status, done.FaultMessage));
            foreach (var account in accounts)
            {
                await TestBooks.HoldAsync(market, account, 2, TestBooks.Euros(1_001));
            }

            return true;
        });
        Assert.True(seen[0] is > 0 and < 500, $"The site was killed when {seen[0]} accounts were done.");
        TestContext.Current.TestOutputHelper?.WriteLine($"Killed when {string.Join(" and ", seen)} of 500 accounts were done; each was paid once.");
    }

    [Fact]
    public async Task A_page_tells_who_reads_it_their_own_balance_and_nobody_else_anything()
    {
        await SetUpAsync();
        var page = await WhileDownAsync(async market =>
        {
            await market.InScopeAsync(async services =>
            {
                await services.GetRequiredService<IContentDefinitionManager>().AlterTypeDefinitionAsync("Words", type => type.Creatable().WithPart("LiquidPart").WithPart("HtmlBodyPart"));
                return true;
            });
            return await market.WorkAsync(work => work.RunAsync(
                async services =>
                {
                    var contents = services.GetRequiredService<IContentManager>();
                    var item = await contents.NewAsync("Words");
                    item.Alter<LiquidPart>(part => part.Liquid =
                        """
                        <p id="liquid">{{ Account.Name }}|{{ Account.Balance | money }}|{{ "1234.5" | money }}|{{ "<b>" | money }}|{{ "helene" | account }}|{{ Account["helene"] }}</p>
                        """);
                    item.Alter<HtmlBodyPart>(part => part.Html = """<p id="code">[balance]|[balance account="helene" user="helene"]|[balance]helene[/balance]</p>""");
                    Assert.True(await contents.CreateAsync(item, VersionOptions.Published));
                    return item.ContentItemId;
                },
                _ => true));
        });

        await using var site = await StartAsync();
        var address = "/Contents/ContentItems/" + page;
        foreach (var person in new[] { "helene", "member" })
        {
            using var member = await site.SignInAsync(person);
            var balance = (await member.GetAsync("/my-account")).One("#balance").TextContent;
            var shown = await member.GetAsync(address);
            var liquid = Tight(shown.One("#liquid").TextContent).Split('|');
            Assert.NotEmpty(liquid[0]);
            Assert.NotEmpty(liquid[1]);
            Assert.Contains(liquid[1].TrimStart('-'), Tight(balance), StringComparison.Ordinal);
            Assert.Equal(["€1,234.50", "<b>", "helene", string.Empty], liquid[2..]);
            Assert.Equal($"{liquid[1]}|{liquid[1]}|{liquid[1]}", Tight(shown.One("#code").TextContent));
        }

        using var nobody = site.NewClient();
        var open = await nobody.GetAsync(address);
        Assert.Equal("||€1,234.50|<b>|helene|", Tight(open.One("#liquid").TextContent));
        Assert.Equal("||", Tight(open.One("#code").TextContent));
    }

    public async ValueTask DisposeAsync() => await Folders.DeleteAsync(_folder);

    private static Task<string> DefineLoopAsync(MarketHost market) => market.DefineAsync(
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

    private Task<SiteProcess> StartAsync() => SiteProcess.StartAsync(new SiteOptions { DataFolder = _folder });

    private async Task SetUpAsync() => await (await StartAsync()).DisposeAsync();

    private async Task<T> WhileDownAsync<T>(Func<MarketHost, Task<T>> work)
    {
        await using var market = await MarketHost.OpenAsync(_folder);
        return await work(market);
    }

    // What a killed site took is free again once its lease is over, as this clock has it.
    private static async Task<int> TellTheRestAsync(MarketHost market)
    {
        var waiting = await market.WaitingAsync();
        market.Clock.Set = DateTime.UtcNow.AddMinutes(10);
        await market.TellAsync();
        market.Clock.Set = null;
        Assert.Equal(0, await market.WaitingAsync());
        return waiting;
    }

    private static async Task<int> HandledAsync(MarketHost watch, int more)
    {
        for (var until = DateTime.UtcNow.AddMinutes(3); ;)
        {
            var loops = await watch.InScopeAsync(services => services.GetRequiredService<IAccountLoops>().ListRunningAsync(nameof(RecordPaymentTask)));
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

    private static string Tight(string text) => Spaces().Replace(text, string.Empty);

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();
}
