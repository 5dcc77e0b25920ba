using System.Globalization;

namespace Market.SiteBenchmarks;

/// <summary>Makes a market to look at, in a folder that is kept: <c>sqlite fill 100000 1000000 /var/tmp/market</c>.</summary>
internal static class Fill
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name, _, var members, var operations, var folder])
        {
            await Console.Error.WriteLineAsync("sqlite|postgres fill MEMBERS OPERATIONS FOLDER");
            return 2;
        }

        await using var database = await Database.CreateAsync(name, Path.GetFullPath(folder));
        await using var site = await Site.StartAsync(database);
        await new FilledMarket(site, int.Parse(members, CultureInfo.InvariantCulture), long.Parse(operations, CultureInfo.InvariantCulture)).FillAsync(Console.WriteLine);
        return await site.VerifiedAsync();
    }
}
