using System.Diagnostics;
using Market.Payments.Reminders.Services;
using Market.Payments.Reminders.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Reminders.Tests;

/// <summary>
/// How long what would go out, and a whole run, take for a large market, and in how much memory. Not a part of the tests: set
/// MARKET_MEASURE_REMINDERS to the number of accounts.
/// </summary>
public sealed class MeasureTests
{
    private const string Variable = "MARKET_MEASURE_REMINDERS";

    [Fact]
    public async Task A_large_market()
    {
        Assert.SkipUnless(int.TryParse(Environment.GetEnvironmentVariable(Variable), out var accounts), $"Set {Variable} to the number of accounts.");
        await using var market = new ReminderMarket();
        await market.InitializeAsync();
        var day = new DateOnly(2026, 3, 2);
        market.On(day);
        Say("Filling", await TimedAsync(async () =>
        {
            foreach (var names in Enumerable.Range(1, accounts).Select(i => $"Member {i}").Chunk(500))
            {
                foreach (var debtor in await market.OpenAsync(names))
                {
                    await market.OweAsync(debtor, 3000, day.AddDays(-20));
                    await market.OweAsync(debtor, 1250, day.AddDays(-10));
                }
            }
        }));
        var mails = 0;
        Say("Preview", await TimedAsync(() => market.InBackgroundAsync(async services =>
            mails = (await services.GetRequiredService<ReminderPlan>().ReadAsync(PlanFilter.All, 0, 50))[PlanFilter.Mails])));
        Assert.Equal(accounts, mails);
        var run = await TimedAsync(market.RunAsync);
        Assert.Equal(accounts, market.Mails.Count);
        Say($"Run, {accounts / run.Time.TotalSeconds:0} mails a second", run);
    }

    private static async Task<(TimeSpan Time, long Peak)> TimedAsync(Func<Task> work)
    {
        GC.Collect();
        var peak = 0L;
        using var ended = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                peak = Math.Max(peak, Environment.WorkingSet);
                await Task.Delay(100, CancellationToken.None);
            }
        });
        var watch = Stopwatch.StartNew();
        await work();
        var time = watch.Elapsed;
        await ended.CancelAsync();
        await watching;
        return (time, peak);
    }

    private static void Say(string what, (TimeSpan Time, long Peak) measured) =>
        TestContext.Current.SendDiagnosticMessage($"{what}: {measured.Time.TotalSeconds:0.0} s, peak {measured.Peak / 1_000_000} MB resident.");
}
