using System.Globalization;

namespace Market.SiteBenchmarks;

/// <summary>How long a posting takes in a market of ten thousand operations and in a large one that is kept in a folder, by turns.</summary>
internal static class Growth
{
    private const int FewMembers = 1_000;
    private const int FewOperations = 10_000;
    private const int Rounds = 3;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    /// <param name="args">The database, <c>growth</c>, and what <see cref="Fill"/> was given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name, _, var members, var operations, var folder])
        {
            await Console.Error.WriteLineAsync("sqlite|postgres growth MEMBERS OPERATIONS FOLDER");
            return 2;
        }

        await using var fewKept = await Database.CreateAsync(name);
        await using var manyKept = await Database.CreateAsync(name, Path.GetFullPath(folder));
        await using var few = await Site.StartAsync(fewKept);
        await using var many = await Site.StartAsync(manyKept);
        var postToFew = await FilledAsync(few, FewMembers, FewOperations);
        var postToMany = await FilledAsync(many, int.Parse(members, CultureInfo.InvariantCulture), long.Parse(operations, CultureInfo.InvariantCulture));
        await postToFew(1);
        await postToMany(1);

        Console.WriteLine($"| {name}, callers | of few, p50 ms | p95 ms | of many, p50 ms | p95 ms | p95, times |");
        Console.WriteLine("|--:|--:|--:|--:|--:|--:|");
        foreach (var callers in new[] { 1, 8, 32 })
        {
            var (ofFew, ofMany) = (new List<Rate>(), new List<Rate>());
            for (var round = 0; round < Rounds; round++)
            {
                ofFew.Add(await postToFew(callers));
                ofMany.Add(await postToMany(callers));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {callers} | {Middle(ofFew, 0.5):N2} | {Middle(ofFew, 0.95):N2} | {Middle(ofMany, 0.5):N2} | {Middle(ofMany, 0.95):N2} | {Middle(ofMany, 0.95) / Middle(ofFew, 0.95):N2} |"));
        }

        return Math.Max(await few.VerifiedAsync(), await many.VerifiedAsync());
    }

    // Posts by so many callers for a while, to accounts as active as a market's are.
    private static async Task<Func<int, Task<Rate>>> FilledAsync(Site site, int members, long operations)
    {
        var market = new FilledMarket(site, members, operations);
        await market.FillAsync(Console.Error.WriteLine);
        var (postings, zipf) = (new Postings(site, market.Accounts), new Zipf(members));
        return callers => postings.RunAsync(callers, Duration, zipf.Next);
    }

    private static double Middle(List<Rate> rounds, double part) => rounds.Select(rate => rate.Percentile(part)).Order().ElementAt(rounds.Count / 2);
}
