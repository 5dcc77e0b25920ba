using System.Diagnostics;
using System.Globalization;
using Market.Payments.Reminders.Plan;
using Market.Payments.Reminders.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Reminders.Tests;

/// <summary>
/// A market of ten thousand members who all owe, measured when somebody asks for it:
/// <c>dotnet test --filter FullyQualifiedName~ScaleTests -- xUnit.Explicit=only</c>. <c>MARKET_TEST_DEBTORS</c> names another number.
/// </summary>
public sealed class ScaleTests : IAsyncLifetime
{
    private const int Batch = 250;
    private const long MostMegabytes = 500;

    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("MARKET_TEST_DEBTORS") ?? "10000", CultureInfo.InvariantCulture);

    private readonly ReminderMarket _market = new();

    public ValueTask InitializeAsync() => _market.InitializeAsync();

    public ValueTask DisposeAsync() => _market.DisposeAsync();

    [Fact(Explicit = true)]
    public async Task Ten_thousand_debtors_are_previewed_and_written_to_in_bounded_memory()
    {
        _market.On(Monday);
        for (var opened = 0; opened < Count; opened += Batch)
        {
            var debtors = await _market.OpenAsync([.. Enumerable.Range(opened + 1, Math.Min(Batch, Count - opened)).Select(i => $"Member {i}")]);
            await _market.OweAsync(debtors, 3000, Monday.AddDays(-10));
        }

        // The orders' own events, which nobody waits for.
        await _market.Host.SqlAsync("""DELETE FROM "LedgerOutbox" """);
        var (previewed, preview, previewPeak) = await MeasureAsync(() => _market.Host.InScopeAsync(async services =>
            (await services.GetRequiredService<ReminderPlan>().ReadAsync(PlanFilter.All, 0, 50))[PlanFilter.Mails]));
        Assert.Equal(Count, previewed);
        var (sent, run, runPeak) = await MeasureAsync(async () =>
        {
            await _market.RunAsync();
            return _market.Mails.Count;
        });
        Assert.Equal(Count, sent);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count} debtors: preview {preview.TotalSeconds:0.0} s, {previewPeak} MB at most; run {run.TotalSeconds:0} s, {Count / run.TotalSeconds:0.0} mails/s, {runPeak} MB at most."));
        Assert.True(Math.Max(previewPeak, runPeak) < MostMegabytes, $"{Math.Max(previewPeak, runPeak)} MB of managed memory.");
    }

    // The managed memory in use, looked at five times a second.
    private static async Task<(T Answer, TimeSpan Time, long PeakMegabytes)> MeasureAsync<T>(Func<Task<T>> work)
    {
        GC.Collect();
        var peak = 0L;
        await using var look = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) >> 20), null, 0, 200);
        var watch = Stopwatch.StartNew();
        var answer = await work();
        return (answer, watch.Elapsed, peak);
    }
}
