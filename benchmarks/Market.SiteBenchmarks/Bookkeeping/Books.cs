using System.Globalization;
using Market.Payments.Books;
using Microsoft.Extensions.DependencyInjection;

namespace Market.SiteBenchmarks.Bookkeeping;

/// <summary>What verifying a market's books and letting its journals out take, beside a bare reading of the same rows.</summary>
internal static class Books
{
    private const int Times = 3;

    /// <param name="args">The database, <c>books</c>, and how many operations.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var operations = args is [_, _, var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 200_000;
        await using var database = await Database.CreateAsync(args[0]);
        await using var site = await Site.StartAsync(database);
        var year = new FilledYear(site, operations);
        await year.FillAsync();

        var rows = new BareRows(site);
        Console.WriteLine(FormattableString.Invariant($"| {database.Name}, {operations:N0} operations | cores | a second | of bare reading | µs of a core each | managed MiB | process MiB more |"));
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        var holds = await VerifyAsync(site, operations) && await ReadAsync(rows, operations);
        foreach (var cores in new[] { 1, 2 })
        {
            await Cores.UseAsync(cores);
            var bare = await Meter.SoonestAsync(Times, () => ReadAsync(rows, operations));
            Print("bare reading, one connection", cores, operations, bare, bare);
            var verified = await Meter.SoonestAsync(Times, () => VerifyAsync(site, operations));
            Print("verify", cores, operations, verified, bare);
            holds = holds && bare.Answer && verified.Answer;
        }

        Console.WriteLine();
        await Journals.LetOutAsync(site, year.From, year.To, year.Operations, times: 2);
        Console.WriteLine(holds ? "The books hold." : "The books do not hold.");
        return holds ? 0 : 1;
    }

    private static async Task<bool> ReadAsync(BareRows rows, int operations) => await rows.ReadAsync() == operations;

    private static async Task<bool> VerifyAsync(Site site, int operations)
    {
        var report = await site.InScopeAsync(services => services.GetRequiredService<BooksVerifier>().RunAsync());
        return report.Holds && report.Operations == operations;
    }

    private static void Print(string what, int cores, int operations, Measured<bool> measured, Measured<bool> bare) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {cores} | {operations / measured.Elapsed.TotalSeconds:N0} | {bare.Elapsed / measured.Elapsed:P0} | {measured.Busy.TotalMicroseconds / operations:N1} | {measured.ManagedMebibytes:N0} | {measured.ProcessMebibytes:N0} |"));
}
