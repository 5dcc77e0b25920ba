using System.Globalization;
using Market.Ledger.Closings;
using Market.Payments;
using Market.Payments.Books;
using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Market.SiteBenchmarks.Bookkeeping;

/// <summary>
/// What closing days takes in a market that is kept in a folder: one that nobody moved after, and one after whose end many did. The clock is put
/// forward, each time beyond what was closed before.
/// </summary>
internal static class Closings
{
    private const int Moved = 10_000;
    private const int InACommit = 500;

    /// <param name="args">The database, <c>close</c>, and what <see cref="Fill"/> was given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name, _, var members, var operations, var folder])
        {
            await Console.Error.WriteLineAsync("sqlite|postgres close MEMBERS OPERATIONS FOLDER");
            return 2;
        }

        var clock = new LateClock();
        await using var database = await Database.CreateAsync(name, Path.GetFullPath(folder));
        await using var site = await Site.StartAsync(database, clock);
        var market = new FilledMarket(site, int.Parse(members, CultureInfo.InvariantCulture), long.Parse(operations, CultureInfo.InvariantCulture));
        await market.FillAsync(Console.Error.WriteLine);

        var beyond = await ClosedBeyondAsync(site);
        Console.WriteLine($"| {name}, {market.Accounts.Count:N0} accounts | closings | operations | s | managed MiB | process MiB more |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        await CloseAsync("what is due", days: 1);
        await PostAsync(days: 1);
        await CloseAsync("a day that nobody moved after", days: 2);
        await PostAsync(days: 2);
        await PostAsync(days: 3);
        await CloseAsync($"two days, after the first of which {Moved:N0} moved", days: 4);
        return await site.VerifiedAsync();

        async Task CloseAsync(string what, int days)
        {
            clock.Late = beyond + TimeSpan.FromDays(days);
            var closed = await Meter.OfAsync(() => site.InScopeAsync(services => ClosingRunner.RunAsync(services.GetRequiredService<IUnitOfWork>())));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {string.Join(' ', closed.Answer.Select(closing => closing.Period.Key))} | {closed.Answer.Where(closing => closing.Period.Kind is ClosingKind.Daily).Sum(closing => closing.Totals.Operations):N0} | {closed.Elapsed.TotalSeconds:N2} | {closed.ManagedMebibytes:N0} | {closed.ProcessMebibytes:N0} |"));
        }

        async Task PostAsync(int days)
        {
            clock.Late = beyond + TimeSpan.FromDays(days);
            var postings = new Postings(site, market.Accounts);
            foreach (var some in Enumerable.Range(0, Moved).Chunk(InACommit))
            {
                await postings.PostAsync(some);
            }
        }
    }
    private static async Task<TimeSpan> ClosedBeyondAsync(Site site)
    {
        var last = await site.InScopeAsync(services => services.GetRequiredService<YesSqlClosingStore>().ListAsync(0, 1));
        var now = DateTimeOffset.UtcNow;
        return last is [{ Period.To: var end }] && end > now ? end - now : TimeSpan.Zero;
    }
}
