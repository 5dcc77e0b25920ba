using System.Diagnostics;
using Market.Ledger.Chain;
using Market.Ledger.Distributions;
using Market.Ledger.Postings;
using Market.Payments.Counter.Closing;
using Market.Payments.Counter.Workflows;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Counter.Tests.Closing;

/// <summary>Closing under load: many orders in one commit, and orders that change while it is closed.</summary>
public abstract class ClosingFireTests(MarketFixture fixture, ITestOutputHelper output)
{
    private MarketHost Market => fixture.Market;

    [Fact]
    public async Task Five_hundred_orders_are_closed_in_one_commit()
    {
        const int Orders = 500;
        var distribution = await Market.AddDistributionAsync();
        await Market.OrderAsync(distribution, await Market.OpenAccountsAsync(Orders));

        var watch = Stopwatch.StartNew();
        var closed = Assert.IsType<ClosingResult.Done>(await Market.CloseAsync(distribution));
        output.WriteLine($"{Orders} orders were closed in {watch.ElapsedMilliseconds} ms.");

        var closing = closed.Closed.Closing;
        Assert.True(closing.Fits());
        Assert.Equal(Orders, closing.Orders.Count);
        Assert.Equal((TestBooks.Euros(Orders * 25), TestBooks.Euros(Orders * 25 / 2)), (closing.Due(), closing.Paid()));
        var kept = await Market.InScopeAsync(services => services.GetRequiredService<ClosingStore>().ListAsync(distribution));
        Assert.Equal(closing.Hash, DistributionHash.Of(Assert.Single(kept).Closing));
    }

    [Fact]
    public async Task An_order_changes_before_it_is_closed_or_not_at_all()
    {
        var distribution = await Market.AddDistributionAsync();
        var accounts = await Market.OpenAccountsAsync(8);
        var orders = await Market.OrderAsync(distribution, accounts);
        var refused = 0;
        var isClosed = new TaskCompletionSource();
        var changes = orders.Zip(accounts).Select(pair => Task.Run(async () =>
        {
            for (var total = 2600L; ; total += 100)
            {
                // Who closes waits for those who hold the distribution: in the end there are none.
                await (total > 5000 ? isClosed.Task : Task.CompletedTask);
                var result = await Market.WorkAsync(work => work.RunAsync(
                    services => ClosedMarket.SetDebitAsync(services, pair.First, pair.Second, distribution, total),
                    result => result is PostingResult.Posted));
                if (result is PostingResult.Refused { Refusal.Reason: var reason })
                {
                    Assert.Equal(RefusalReason.DistributionClosed, reason);
                    Interlocked.Increment(ref refused);
                    return;
                }
            }
        })).ToList();

        var closed = await Market.CloseAsync(distribution, takesFirst: true);
        isClosed.SetResult();
        await Task.WhenAll(changes);

        Assert.Equal(orders.Count, refused);
        var posted = await Market.InScopeAsync(services => services.GetRequiredService<IClientAccounts>().GetOrderDebitsAsync(distribution));
        var closing = Assert.IsType<ClosingResult.Done>(closed).Closed.Closing;
        Assert.Equal(posted.OrderBy(order => order.Key, StringComparer.Ordinal), closing.Orders.Select(order => KeyValuePair.Create(order.OrderId, order.Posted)));
        await TestBooks.VerifiedAsync(Market);
    }

    [Fact]
    public async Task Of_two_who_close_one_does()
    {
        var distribution = await Market.AddDistributionAsync();
        await Market.OrderAsync(distribution, await Market.OpenAccountsAsync(2));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Market.CloseAsync(distribution))));

        Assert.Single(results.OfType<ClosingResult.Done>());
        Assert.Single(await Market.InScopeAsync(services => services.GetRequiredService<ClosingStore>().ListAsync(distribution)));
    }

    [Fact]
    public async Task The_verification_finds_a_closing_that_was_changed_or_taken_away()
    {
        var (changed, gone) = (await Market.AddDistributionAsync(), await Market.AddDistributionAsync());
        foreach (var distribution in new[] { changed, gone })
        {
            await Market.OrderAsync(distribution, await Market.OpenAccountsAsync(1));
            await Market.CloseAsync(distribution);
            await Market.WorkAsync(work => work.RunAsync(
                services => services.GetRequiredService<ClosingDesk>().ReopenAsync(new ReopenDistribution(distribution, "A crate", Guid.NewGuid().ToString("n"), ClosedMarket.Clerk)),
                result => result is ClosingResult.Done));
            await Market.CloseAsync(distribution);
        }

        await TestBooks.VerifiedAsync(Market);
        var one = "\"Id\" IN (SELECT \"DocumentId\" FROM \"Counter_ClosedDistributionIndex\" WHERE \"DistributionId\" = @distribution AND \"Number\" = 1)";
        await Market.SqlAsync($"UPDATE \"Counter_Document\" SET \"Content\" = REPLACE(\"Content\", 'They pay tomorrow', 'They paid') WHERE {one}", new { distribution = changed });
        await Market.SqlAsync("DELETE FROM \"Counter_ClosedDistributionIndex\" WHERE \"DistributionId\" = @distribution AND \"Number\" = 1", new { distribution = gone });

        var findings = (await Market.VerifyAsync()).Findings;

        Assert.Equal(
            [(Misfit.DistributionClosingChanged, changed), (Misfit.DistributionClosingMissing, gone)],
            findings.Select(finding => (finding.Misfit, finding.Expected)).OrderBy(found => found.Misfit));
        await Market.SqlAsync("DELETE FROM \"Counter_ClosedDistributionIndex\" WHERE \"DistributionId\" IN (@changed, @gone)", new { changed, gone });
    }

    [Fact]
    public async Task Workflows_are_told_once_that_a_distribution_is_validated()
    {
        var type = await Market.DefineAsync([Automation.Activity(nameof(DistributionValidatedEvent))]);
        var distribution = await Market.AddDistributionAsync();
        await Market.OrderAsync(distribution, await Market.OpenAccountsAsync(2));
        await Market.CloseAsync(distribution);
        await Market.CloseAsync(distribution);

        await Market.TellAsync();
        await Market.TellAsync();

        // Those of other scenarios may still have waited.
        var told = Assert.Single(await Market.WorkflowsAsync(type), workflow => workflow.Input("DistributionId") == distribution);
        Assert.Equal((distribution, "25.00", "25.00", "50.00", "1"), (told.Input("DistributionId"), told.Input("Paid"), told.Input("Unpaid"), told.Input("Due"), told.Input("Number")));
        await Market.RemoveDefinedAsync();
    }
}

public sealed class ClosingFireOnSqlite(SqliteMarket fixture, ITestOutputHelper output) : ClosingFireTests(fixture, output), IClassFixture<SqliteMarket>;

public sealed class ClosingFireOnPostgres(PostgresMarket fixture, ITestOutputHelper output) : ClosingFireTests(fixture, output), IClassFixture<PostgresMarket>;
