using System.Diagnostics;
using System.Globalization;
using Market.Payments.Banking.Inbox;
using Market.Payments.Banking.ViewModels;
using Market.Payments.Reminders.Plan;
using Microsoft.Extensions.DependencyInjection;

namespace Market.SiteBenchmarks.Bulk;

/// <summary>
/// Work on many at once, by the services that the pages call, beside bare SQL of the same rows in one commit: each of few and of ten times as many,
/// so that what grows faster than its rows is seen.
/// </summary>
internal sealed class BulkRun(Site site, BareRows bare, Commands commands, bool tellsCommands, int debtors)
{
    private const int Orders = 500;
    private const int Transfers = 300;
    private const int Lines = 50_000;
    private const int Fewer = 10;

    // An order, an operation and a bank line as documents and rows; the closing of a distribution holds all its orders.
    private const int OrderBytes = 700;
    private const int OperationBytes = 600;
    private const int LineBytes = 300;
    private const int ClosedOrderBytes = 300;

    /// <summary>Runs it on a database, for so many members who owe.</summary>
    public static async Task<int> RunAsync(string where, int debtors = 10_000)
    {
        await using var database = await Database.CreateAsync(where);
        await using var site = await Site.StartAsync(database);
        await using var bare = new BareRows(database);
        await bare.CreateAsync();
        using var commands = new Commands();
        await new BulkRun(site, bare, commands, database.PostgresConnectionString is not null, debtors).RunAsync();
        return await site.VerifiedAsync();
    }

    private async Task RunAsync()
    {
        var market = new BulkMarket(site);
        await market.SetUpAsync();
        Console.WriteLine("| | rows | ms | bare SQL ms | times | commands | rows | ms | bare SQL ms | times | commands | a row, many / few |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");

        await market.OpenAsync(debtors / Fewer);
        var few = await RemindersAsync(debtors / Fewer);
        await market.OpenAsync(debtors - (debtors / Fewer));
        Tell("reminders prepared", few, await RemindersAsync(debtors));

        Tell("orders of a distribution closed", await CloseAsync(market, Orders / Fewer), await CloseAsync(market, Orders));

        var (fewRead, fewShown) = await ImportAsync(market, Lines / Fewer);
        var (fewPosted, _) = await PostAsync(Transfers / Fewer);
        var (read, shown) = await ImportAsync(market, Lines);
        Tell("bank lines read from a file and kept", fewRead, read);
        Tell("bank lines matched and shown", fewShown, shown);
        Tell("transfers received", fewPosted, (await PostAsync(Transfers)).Posted);
    }

    private async Task<Cost> RemindersAsync(int owing)
    {
        var cost = await MeasureAsync(owing, () => site.InScopeAsync(async services =>
        {
            var planned = await services.GetRequiredService<ReminderPlan>().ReadAsync(PlanFilter.All, 0, 50);
            return planned[PlanFilter.Mails] == owing ? planned : throw new InvalidOperationException($"{planned[PlanFilter.Mails]} of {owing} would be written to.");
        }));
        await bare.WriteAsync(owing, OperationBytes);
        return cost with { Bare = await bare.ReadAsync(owing) };
    }

    private async Task<Cost> CloseAsync(BulkMarket market, int orders)
    {
        var distribution = await market.OrderAsync(orders);
        var seen = await market.LookAsync(distribution);
        var cost = await MeasureAsync(orders, () => market.CloseAsync(distribution, seen));
        await bare.WriteAsync(2 * orders, OperationBytes + OrderBytes);
        return cost with { Bare = await bare.ReadAsync(2 * orders) + await bare.WriteAsync(1, orders * ClosedOrderBytes) };
    }

    private async Task<(Cost Read, Cost Shown)> ImportAsync(BulkMarket market, int lines)
    {
        using var file = await market.StatementAsync(lines);
        var read = await MeasureAsync(lines, () => market.ReadAsync(file));
        read = read with { Bare = await bare.WriteAsync(lines, LineBytes) };
        var shown = await MeasureAsync(lines, () => site.InScopeAsync(services => services.GetRequiredService<InboxPages>().FillAsync(import: null, InboxFilter.Certain, search: null, page: 1)));
        return (read, shown with { Bare = await bare.ReadAsync(lines) });
    }

    private async Task<(Cost Posted, int Certain)> PostAsync(int transfers)
    {
        var certain = await site.InScopeAsync(async services => (await services.GetRequiredService<InboxPages>().WaitingAsync(importId: null))
            .Where(line => InboxPages.FilterOf(line) is InboxFilter.Certain).Select(line => line.Decision!).ToList());
        var cost = await MeasureAsync(transfers, () => site.InScopeAsync(async services =>
            await services.GetRequiredService<LineDesk>().PostAsync([.. certain.Take(transfers)], "clerk") is DeskAnswer.Done done && done.Count == transfers
                ? true
                : throw new InvalidOperationException("The transfers were not received.")));
        return (cost with { Bare = await bare.WriteAsync(transfers, OperationBytes, withBalance: true) }, certain.Count);
    }

    private async Task<Cost> MeasureAsync<T>(int rows, Func<Task<T>> workAsync)
    {
        GC.Collect();
        commands.Take();
        var watch = Stopwatch.StartNew();
        await workAsync();
        return new Cost(rows, watch.Elapsed, TimeSpan.Zero, commands.Take());
    }

    private void Tell(string what, Cost few, Cost many) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {what} | {Cells(few)} | {Cells(many)} | {many.Time / many.Rows / (few.Time / few.Rows):N2} |"));

    private string Cells(Cost cost) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cost.Rows:N0} | {cost.Time.TotalMilliseconds:N0} | {cost.Bare.TotalMilliseconds:N0} | {cost.Time / cost.Bare:N1} | {(tellsCommands ? cost.Commands.ToString("N0", CultureInfo.InvariantCulture) : "–")}");

    private sealed record Cost(int Rows, TimeSpan Time, TimeSpan Bare, int Commands);
}
