using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.Books;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Outbox;
using Market.Payments.Workflows.Tasks;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Models;

namespace Market.Payments.FireTests;

public sealed class SqliteOutboxTests(SqliteMarket fixture) : OutboxTests(fixture), IClassFixture<SqliteMarket>;

public sealed class PostgresOutboxTests(PostgresMarket fixture) : OutboxTests(fixture), IClassFixture<PostgresMarket>
{
    [Fact]
    public async Task A_database_that_is_busy_twice_makes_no_event_wait()
    {
        var type = await Market.DefineAsync([Automation.Activity(MarketEventNames.PaymentReceived)]);
        await Market.PostAsync(TestBooks.Payment(await Market.OpenAccountAsync(), 1));

        // What a sequence has given out is not taken back with the transaction.
        await Market.SqlAsync(
            """
            CREATE SEQUENCE deletions;
            CREATE FUNCTION be_busy() RETURNS trigger AS $$
            BEGIN
                IF nextval('deletions') < 3 THEN RAISE EXCEPTION 'busy' USING ERRCODE = 'serialization_failure'; END IF;
                RETURN OLD;
            END $$ LANGUAGE plpgsql;
            CREATE TRIGGER busy BEFORE DELETE ON "LedgerOutbox" FOR EACH ROW EXECUTE FUNCTION be_busy();
            """);
        try
        {
            await Market.TellAsync();
        }
        finally
        {
            await Market.SqlAsync("""DROP TRIGGER busy ON "LedgerOutbox"; DROP FUNCTION be_busy; DROP SEQUENCE deletions""");
        }

        Assert.Single(await Market.WorkflowsAsync(type));
        Assert.Equal(0, await Market.WaitingAsync());
    }

    // On SQLite Orchard gives out ids in one process only: a market of two servers is one on another database.
    [Fact]
    public async Task Two_servers_share_the_events_and_tell_each_once()
    {
        await using var second = await MarketHost.OpenAsync(Market.DataFolder);
        var account = await Market.OpenAccountAsync();
        var type = await Market.DefineAsync([Automation.Activity(MarketEventNames.PaymentReceived)]);
        // Its clock, well within the lease, marks what the second server tells.
        var mark = DateTime.UtcNow.AddMinutes(3);
        second.Clock.Set = mark;
        var posted = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            posted.Add(Assert.IsType<PostingResult.Posted>(await Market.PostAsync(TestBooks.Payment(account, 1))).Operation.Id);

            // Now and then one is down, so that both have told some in the end, whoever is the quicker.
            await Task.WhenAll(
                i % 10 == 0 ? Task.CompletedTask : Market.TellAsync(),
                i % 10 == 5 ? Task.CompletedTask : second.TellAsync());
        }

        var told = await Market.WorkflowsAsync(type);
        Assert.Equal(posted.Order(), told.Select(workflow => workflow.Input("OperationId")!).Order());
        var bySecond = told.Count(workflow => Math.Abs((workflow.CreatedUtc - mark).TotalSeconds) < 1);
        Assert.InRange(bySecond, 1, told.Count - 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"{told.Count} told, {bySecond} of them by the second server.");
        Assert.Equal(0, await Market.WaitingAsync());
    }
}

/// <summary>Events are told once what they tell of is committed, and once.</summary>
public abstract class OutboxTests(MarketFixture fixture) : AutomatedTests(fixture)
{
    [Fact]
    public async Task What_is_not_kept_is_not_told()
    {
        var account = await Market.OpenAccountAsync();
        var type = await DefineAsync(MarketEventNames.PaymentReceived);
        var posting = TestBooks.Payment(account, 10);

        var refused = await Market.WorkAsync(work => work.RunAsync(
            services => services.GetRequiredService<ILedger>().PostAsync(posting),
            _ => false));
        var thrown = await Assert.ThrowsAsync<NotSupportedException>(() => Market.WorkAsync(work => work.RunAsync<bool>(
            async services =>
            {
                await services.GetRequiredService<ILedger>().PostAsync(posting);
                throw new NotSupportedException("The work breaks off.");
            },
            _ => true)));
        await Market.TellAsync();

        Assert.IsType<PostingResult.Posted>(refused);
        Assert.Equal("The work breaks off.", thrown.Message);
        Assert.Empty(await Market.WorkflowsAsync(type));
    }

    [Fact]
    public async Task An_event_outside_a_unit_of_work_is_refused()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Market.InScopeAsync(async services =>
        {
            await services.GetRequiredService<IMarketEvents>().RaiseAsync(new MarketEvent(MarketEventNames.PaymentFailed, "someone", new Dictionary<string, string>()));
            return true;
        }));
        Assert.Contains("unit of work", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_payments_at_once_are_each_told_once_by_two_dispatchers()
    {
        var accounts = await Market.OpenAccountsAsync(10);
        var type = await DefineAsync(MarketEventNames.PaymentReceived);

        var posted = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            var result = await Market.PostAsync(TestBooks.Payment(accounts[i % accounts.Count], 1 + i));
            await Task.WhenAll(Market.TellAsync(), Market.TellAsync());
            return Assert.IsType<PostingResult.Posted>(result).Operation.Id;
        }));
        await Market.TellAsync();

        var told = await Market.WorkflowsAsync(type);
        Assert.Equal(posted.Order(), told.Select(workflow => workflow.Input("OperationId")!).Order());
        Assert.Equal(50, told.Select(workflow => workflow.Input("EventId")).Distinct().Count());
        Assert.All(told, workflow => Assert.Equal(WorkflowStatus.Finished, workflow.Status));
        Assert.Equal(0, await Market.WaitingAsync());
    }

    [Fact]
    public async Task What_is_told_already_runs_no_workflow_again_though_its_commit_was_never_answered()
    {
        var account = await Market.OpenAccountAsync();
        await Market.DefineAsync(
            [
                Automation.Activity(MarketEventNames.PaymentFailed),
                Automation.Activity(
                    nameof(RecordPaymentTask),
                    ("AccountId", Automation.Expression(account)),
                    ("Amount", Automation.Expression("1")),
                    ("Method", Automation.Expression("cash"))),
            ],
            (0, "Done", 1));
        var gone = new OutboxRow { Id = long.MaxValue, EventId = "told", Name = MarketEventNames.PaymentFailed, AccountId = account, DueMs = long.MaxValue };

        await Market.InScopeAsync(async services =>
        {
            await services.GetRequiredService<OutboxDelivery>().RunAsync(gone);
            return true;
        });

        await TestBooks.HoldAsync(Market, account, 0, TestBooks.Euros(0));
    }

    [Fact]
    public async Task What_cannot_be_told_waits_and_holds_nobody_up()
    {
        var account = await Market.OpenAccountAsync();
        var type = await DefineAsync(MarketEventNames.PaymentReceived);
        var first = Assert.IsType<PostingResult.Posted>(await Market.PostAsync(TestBooks.Payment(account, 1))).Operation;
        await Market.SqlAsync("""UPDATE "LedgerOutbox" SET "Payload" = "Payload" || '!'""");
        var second = Assert.IsType<PostingResult.Posted>(await Market.PostAsync(TestBooks.Payment(account, 2))).Operation;

        await Market.TellAsync();
        await Market.TellAsync();

        Assert.Equal([second.Id], (await Market.WorkflowsAsync(type)).Select(workflow => workflow.Input("OperationId")));
        Assert.Equal(1, await Market.WaitingAsync());

        // Mended, and its pause over, it is told too.
        await Market.SqlAsync("""UPDATE "LedgerOutbox" SET "Payload" = REPLACE("Payload", '!', '')""");
        Market.Clock.Set = DateTime.UtcNow.AddMinutes(1);
        await Market.TellAsync();
        Market.Clock.Set = null;
        Assert.Contains(first.Id, (await Market.WorkflowsAsync(type)).Select(workflow => workflow.Input("OperationId")));
        Assert.Equal(0, await Market.WaitingAsync());
    }

    [Fact]
    public async Task A_workflow_that_faults_is_kept_with_its_fault_and_holds_nobody_up()
    {
        var account = await Market.OpenAccountAsync();
        var faulty = await Market.DefineAsync(
            [Automation.Activity(MarketEventNames.BalanceBelowThreshold, ("Threshold", Automation.Expression("{{ 'much' }}")))]);
        var sound = await DefineAsync(MarketEventNames.BalanceBelowThreshold);

        await Market.PostAsync(TestBooks.Order(account, 5, "o-fault"));
        await Market.TellAsync();

        var fault = Assert.Single(await Market.WorkflowsAsync(faulty));
        Assert.Equal(WorkflowStatus.Faulted, fault.Status);
        Assert.Equal("Balance went below a threshold: the expression for Threshold, '{{ 'much' }}', gave 'much', which does not fit.", fault.FaultMessage);
        Assert.Single(await Market.WorkflowsAsync(sound));
        Assert.Equal(0, await Market.WaitingAsync());
    }

    [Fact]
    public async Task What_a_process_took_and_never_told_is_told_after_its_lease()
    {
        var account = await Market.OpenAccountAsync();
        var type = await DefineAsync(MarketEventNames.PaymentReceived);
        await Market.PostAsync(TestBooks.Payment(account, 1));
        var inFiveMinutes = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeMilliseconds();
        await Market.SqlAsync("""UPDATE "LedgerOutbox" SET "DueMs" = @inFiveMinutes, "Tries" = 1""", new { inFiveMinutes });

        await Market.TellAsync();
        Assert.Empty(await Market.WorkflowsAsync(type));

        Market.Clock.Set = DateTime.UtcNow.AddMinutes(6);
        await Market.TellAsync();
        Market.Clock.Set = null;
        Assert.Single(await Market.WorkflowsAsync(type));
    }

    [Fact]
    public async Task What_waits_for_more_than_an_hour_is_a_matter_of_the_books_health()
    {
        await Market.PostAsync(TestBooks.Payment(await Market.OpenAccountAsync(), 1));
        Assert.True((await HealthAsync()).EventsAreTold);

        Market.Clock.Set = DateTime.UtcNow.AddMinutes(61);
        Assert.False((await HealthAsync()).EventsAreTold);
        await Market.TellAsync();
        Assert.True((await HealthAsync()).EventsAreTold);

        Task<BooksState> HealthAsync() => Market.InScopeAsync(services => services.GetRequiredService<BooksHealth>().ReadAsync());
    }

    private Task<string> DefineAsync(string eventName) => Market.DefineAsync([Automation.Activity(eventName)]);
}
