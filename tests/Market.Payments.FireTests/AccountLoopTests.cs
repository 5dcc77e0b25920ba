using System.Text.Json.Nodes;
using Market.Ledger;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Services;
using Market.Payments.Workflows;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Models;

namespace Market.Payments.FireTests;

/// <summary>A workflow goes through many accounts, in batches, each of them once.</summary>
public sealed class AccountLoopTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    private const string Note = "{{ Workflow.Properties.Seen }}{{ Workflow.Properties.AccountId }} ";

    [Fact]
    public async Task Each_account_that_owes_is_gone_through_once_in_batches()
    {
        var market = fixture.Market;
        var owing = await market.OpenAccountsAsync(120);
        var others = await market.OpenAccountsAsync(5);
        await PostAsync(owing.Select((id, i) => Books.Order(id, 10, $"loop {i}")).Concat(others.Select(id => Books.Payment(id, 10))));
        var type = await DefineAsync(AccountCriterionKind.OwingMoreThan, amount: "9.99");

        var batches = await StartAsync(type);
        var progress = new List<(int, int?)>();
        await market.InScopeAsync(async services =>
        {
            // The first look: it halted before its first batch, and waits for the outbox.
            progress.Add(Progress(await services.GetRequiredService<AccountLoops>().ListRunningAsync()));
            return true;
        });
        await market.TellAsync();

        Assert.Equal(1, batches);
        Assert.Equal((0, null), Assert.Single(progress));
        var done = Assert.Single(await market.WorkflowsAsync(type));
        Assert.Equal(WorkflowStatus.Finished, done.Status);
        Assert.Equal(owing.Order(), done.Property("Seen")!.Trim().Split(' ').Order());
        Assert.Equal("120", done.Property("Through"));
        Assert.Equal(0, await market.WaitingAsync());
        await market.RemoveAsync(type);
    }

    private static (int Handled, int? Total) Progress(IReadOnlyList<AccountLoop> loops)
    {
        var loop = Assert.Single(loops);
        return (loop.Handled, loop.Total);
    }

    private Task<string> DefineAsync(AccountCriterionKind criterion, string amount = "0", string days = "0") => fixture.Market.DefineAsync(
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
    private Task<int> StartAsync(string type) => fixture.Market.InScopeAsync(async services =>
    {
        var manager = services.GetRequiredService<OrchardCore.Workflows.Services.IWorkflowManager>();
        var started = await manager.TriggerEventAsync(MarketEventNames.PaymentFailed, new Dictionary<string, object>());
        return started.Count(context => context.Workflow.WorkflowTypeId == type && context.Status == WorkflowStatus.Halted);
    });

    private Task<bool> PostAsync(IEnumerable<Posting> postings) => fixture.Market.WorkAsync(work => work.RunAsync(
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
