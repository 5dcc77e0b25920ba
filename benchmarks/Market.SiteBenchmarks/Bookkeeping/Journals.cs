using System.Globalization;
using Market.Payments.Journals;
using Market.Payments.Models;
using Market.Payments.Storage;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.SiteBenchmarks.Bookkeeping;

/// <summary>The journals of a year as an accountant's browser gets them, as a stream.</summary>
internal static class Journals
{
    private const int PieceLength = 1 << 16;

    /// <summary>Those of the fullest year of a market that is kept in a folder.</summary>
    /// <param name="args">The database, <c>journals</c>, and what <see cref="Fill"/> was given.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name, _, var members, var operations, var folder])
        {
            await Console.Error.WriteLineAsync("sqlite|postgres journals MEMBERS OPERATIONS FOLDER");
            return 2;
        }

        await using var database = await Database.CreateAsync(name, Path.GetFullPath(folder));
        await using var site = await Site.StartAsync(database);
        await new FilledMarket(site, int.Parse(members, CultureInfo.InvariantCulture), long.Parse(operations, CultureInfo.InvariantCulture)).FillAsync(Console.Error.WriteLine);
        var (year, count) = await FullestYearAsync(site);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} operations of {year}"));
        await LetOutAsync(site, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), count, times: 1);
        return 0;
    }

    /// <summary>The journals of some days that have so many operations.</summary>
    public static async Task LetOutAsync(Site site, DateOnly from, DateOnly to, long operations, int times)
    {
        await KnowSirenAsync(site);
        using var coordinator = site.NewClient();
        await coordinator.SignInAsync("admin", SiteOptions.DevelopmentPassword);
        Console.WriteLine("| journal | lines | lines a second | µs of a core a line | MiB a second | first piece, ms | managed MiB | process MiB more |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var format in Enum.GetValues<JournalFormat>())
        {
            await coordinator.GetAsync(Address(format, from, from));
            var measured = await Meter.SoonestAsync(times, () => ReadAsync(coordinator, Address(format, from, to)));
            var file = measured.Answer;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {format} | {file.Lines:N0} | {file.Lines / measured.Elapsed.TotalSeconds:N0} | {measured.Busy.TotalMicroseconds / file.Lines:N1} | {file.Bytes / 1024d / 1024 / measured.Elapsed.TotalSeconds:N1} | {file.FirstPiece.TotalMilliseconds:N0} | {measured.ManagedMebibytes:N0} | {measured.ProcessMebibytes:N0} |"));
            if (file.Lines < 2 * operations)
            {
                throw new InvalidOperationException($"The {format} journal has {file.Lines} lines only.");
            }
        }
    }

    private static string Address(JournalFormat format, DateOnly from, DateOnly to) =>
        string.Create(CultureInfo.InvariantCulture, $"Admin/payments/journals/file?Format={format}&From={from:yyyy-MM-dd}&To={to:yyyy-MM-dd}");

    private static async Task<(long Lines, long Bytes, TimeSpan FirstPiece)> ReadAsync(SiteClient coordinator, string address)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await using var file = await coordinator.OpenFileAsync(address);
        var piece = new byte[PieceLength];
        var (lines, bytes, first) = (0L, 0L, TimeSpan.Zero);
        for (var read = await file.ReadAsync(piece); read > 0; read = await file.ReadAsync(piece))
        {
            first = bytes == 0 ? watch.Elapsed : first;
            bytes += read;
            lines += piece.AsSpan(0, read).Count((byte)'\n');
        }

        return (lines, bytes, first);
    }

    private static Task<(int Year, long Operations)> FullestYearAsync(Site site) => site.InScopeAsync(async services =>
    {
        var tables = services.GetRequiredService<LedgerTables>();
        return (await tables.QueryAsync<(int Year, long Operations)>(
            services.GetRequiredService<YesSql.ISession>(),
            $"SELECT CAST(SUBSTR([OccurredOn], 1, 4) AS INTEGER) AS [Year], COUNT(*) AS [Operations] FROM {tables.Operations} GROUP BY SUBSTR([OccurredOn], 1, 4)")).MaxBy(year => year.Operations);
    });

    // A FEC is named by it.
    private static Task<bool> KnowSirenAsync(Site site) => site.InScopeAsync(async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var settings = await sites.LoadSiteSettingsAsync();
        var accounting = settings.GetOrCreate<AccountingSettings>();
        accounting.Siren = "732829320";
        settings.Put(accounting);
        await sites.UpdateSiteSettingsAsync(settings);
        return true;
    });
}
