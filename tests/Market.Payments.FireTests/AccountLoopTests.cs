using System.Text.Json.Nodes;
using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.Accounts;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Workflows.Loops;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Models;

namespace Market.Payments.FireTests;

/// <summary>A workflow goes through many accounts, in batches, each of them once.</summary>
public abstract class AccountLoopTests(MarketFixture fixture) : AutomatedTests(fixture)
{
    private const string Note = "{{ Workflow.Properties.Seen }}{{ Workflow.Properties.AccountId }} ";

    [Fact]
    public async Task Each_account_that_owes_is_gone_through_once_in_batches()
    {
        var owing = await Market.OpenAccountsAsync(120);
        var others = await Market.OpenAccountsAsync(5);
        await PostAsync(owing.Select((id, i) => TestBooks.Order(id, 10, $"loop {i}")).Concat(others.Select(id => TestBooks.Payment(id, 10))));
        var type = await DefineAsync(AccountCriterionKind.OwingMoreThan, amount: "9.99");

        var batches = await StartAsync(type);
        var progress = new List<(int, int?)>();
        await Market.InScopeAsync(async services =>
        {
            // The first look: it halted before its first batch, and waits for the outbox.
            progress.Add(Progress(await services.GetRequiredService<IAccountLoops>().ListRunningAsync()));
            return true;
        });
        await Market.TellAsync();

        Assert.Equal(1, batches);
        Assert.Equal((0, null), Assert.Single(progress));
        var done = Assert.Single(await Market.WorkflowsAsync(type));
        Assert.Equal(WorkflowStatus.Finished, done.Status);
        var seen = done.Property("Seen")!.Trim().Split(' ');

        // The other tests' accounts owe too.
        Assert.Equal(owing.Order(), seen.Where(id => owing.Contains(id) || others.Contains(id)).Order());
        Assert.Equal(seen.Distinct().Count(), seen.Length);
        Assert.Equal($"{seen.Length}", done.Property("Through"));
        Assert.Equal(0, await Market.WaitingAsync());
    }

    [Theory]
    [InlineData(AccountCriterionKind.DebtOlderThan, "30", "old older")]
    [InlineData(AccountCriterionKind.DebtOlderThan, "31", "older")]
    [InlineData(AccountCriterionKind.DebtOlderThan, "32", "")]
    [InlineData(AccountCriterionKind.OwingMoreThan, "9999.99", "old older new")]
    [InlineData(AccountCriterionKind.OwingMoreThan, "10000", "older")]
    [InlineData(AccountCriterionKind.CreditOfAtLeast, "20000", "rich richer")]
    [InlineData(AccountCriterionKind.CreditOfAtLeast, "20000.01", "richer")]
    public async Task A_criterion_takes_whom_it_says(AccountCriterionKind criterion, string beyond, string whom)
    {
        var today = MarketCalendar.Today;
        var names = new[] { "old", "older", "new", "rich", "richer", "settled" };
        var ids = await Market.OpenAccountsAsync(names.Length);
        await PostAsync(
        [
            TestBooks.Order(ids[0], 10_000, "c-old") with { OccurredOn = today.AddDays(-31) },
            TestBooks.Order(ids[1], 10_000.01m, "c-older") with { OccurredOn = today.AddDays(-32) },
            TestBooks.Order(ids[2], 10_000, "c-new") with { OccurredOn = today },
            TestBooks.Payment(ids[3], 20_000),
            TestBooks.Payment(ids[4], 20_000.01m),
            TestBooks.Order(ids[5], 10_000, "c-paid") with { OccurredOn = today.AddDays(-90) },
            TestBooks.Payment(ids[5], 10_000),
        ]);
        await Market.TellAsync();
        var type = criterion is AccountCriterionKind.DebtOlderThan ? await DefineAsync(criterion, days: beyond) : await DefineAsync(criterion, amount: beyond);

        await StartAsync(type);
        await Market.TellAsync();

        var done = Assert.Single(await Market.WorkflowsAsync(type));
        Assert.Equal(WorkflowStatus.Finished, done.Status);
        var seen = (done.Property("Seen") ?? string.Empty).Split(' ');
        Assert.Equal(whom, string.Join(' ', names.Where((_, i) => seen.Contains(ids[i]))));
    }

    [Fact]
    public async Task A_loop_rests_while_its_workflow_is_disabled_and_goes_on_when_it_is_enabled()
    {
        var accounts = await Market.OpenAccountsAsync(2);
        await PostAsync(accounts.Select(id => TestBooks.Payment(id, 500_000)));
        await Market.TellAsync();
        var type = await DefineAsync(AccountCriterionKind.CreditOfAtLeast, amount: "500000");
        await StartAsync(type);

        await EnableAsync(type, isEnabled: false);
        await Market.TellAsync();
        Assert.Equal(WorkflowStatus.Halted, Assert.Single(await Market.WorkflowsAsync(type)).Status);

        await EnableAsync(type, isEnabled: true);
        Market.Clock.Set = DateTime.UtcNow.AddMinutes(2);
        await Market.TellAsync();
        Market.Clock.Set = null;
        var done = Assert.Single(await Market.WorkflowsAsync(type));
        Assert.Equal(accounts.Order(), done.Property("Seen")!.Trim().Split(' ').Order());
    }

    private Task<bool> EnableAsync(string type, bool isEnabled) => Market.InScopeAsync(async services =>
    {
        var types = services.GetRequiredService<OrchardCore.Workflows.Services.IWorkflowTypeStore>();
        var workflow = await types.GetAsync(type);
        workflow.IsEnabled = isEnabled;
        await types.SaveAsync(workflow);
        return true;
    });

    private static (int Handled, int? Total) Progress(IReadOnlyList<AccountLoop> loops)
    {
        var loop = Assert.Single(loops);
        return (loop.Handled, loop.Total);
    }

    private Task<string> DefineAsync(AccountCriterionKind criterion, string amount = "0", string days = "0") => Market.DefineAsync(
        [
            Automation.Activity(MarketEventNames.PaymentFailed),
            Automation.Activity(
                nameof(ForEachAccountTask),
                ("Criterion", JsonValue.Create(criterion.ToString())),
                ("Amount", Automation.Expression(amount)),
                ("Days", Automation.Expression(days))),
            Automation.Activity("SetPropertyTask", ("PropertyName", "Seen"), ("Syntax", "Liquid"), ("LiquidValue", Automation.Expression(Note))),
            Automation.Activity("SetPropertyTask", ("PropertyName", "Through"), ("Syntax", "Liquid"), ("LiquidValue", Automation.Expression("{{ Workflow.LastResult }}"))),
        ],
        (0, "Done", 1),
        (1, "Each", 2),
        (2, "Done", 1),
        (1, "Done", 3));

    // Tells the event that starts it, and nothing more.
    private Task<int> StartAsync(string type) => Market.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<OrchardCore.Workflows.Services.IWorkflowManager>();
        var started = await manager.TriggerEventAsync(MarketEventNames.PaymentFailed, new Dictionary<string, object>());
        return started.Count(context => context.Workflow.WorkflowTypeId == type && context.Status == WorkflowStatus.Halted);
    });

    private Task<bool> PostAsync(IEnumerable<Posting> postings) => Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            foreach (var posting in postings)
            {
                Assert.IsType<PostingResult.Posted>(await services.GetRequiredService<ILedger>().PostAsync(posting));
            }

            return true;
        },
        _ => true));
}

public sealed class AccountLoopOnSqlite(SqliteMarket fixture) : AccountLoopTests(fixture), IClassFixture<SqliteMarket>;

public sealed class AccountLoopOnPostgres(PostgresMarket fixture) : AccountLoopTests(fixture), IClassFixture<PostgresMarket>;
