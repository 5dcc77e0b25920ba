using System.Diagnostics;
using System.IO.Compression;
using Market.Door.Tests.Fixtures;

namespace Market.Door.Tests;

/// <summary>Data of the release before, under the packages of this one.</summary>
public sealed class UpgradeTests(DoorFixture door) : IAsyncDisposable
{
    // What the archive holds: a demonstration market of 0.3.0, made in October and closed in November.
    private const int Closings = 31;

    private const string Books = "/Admin/payments/books";

    private readonly string _folder = Directory.CreateTempSubdirectory("market-door-upgrade-").FullName;

    [Fact]
    public async Task A_market_of_the_release_before_starts_verifies_and_goes_on()
    {
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(AppContext.BaseDirectory, "Assets", "market-0.3.zip"), _folder, TestContext.Current.CancellationToken);

        await using var market = await PlainMarket.OpenAsync(door.Site, _folder);

        await CloseWhatIsDueAsync(market);
        var books = await VerifiedAsync(market);
        Assert.True(books.Document.QuerySelectorAll("#closings tbody tr").Length >= Closings, books.Text);
        var account = await market.FindAccountAsync("Hélène Faure");
        var before = await market.BalanceAsync(account);
        await market.PayAsync(account, "12.34");
        Assert.Equal(before + 1234, await market.BalanceAsync(account));
        await VerifiedAsync(market);
        Assert.Empty(market.Process.Faults);
    }

    public async ValueTask DisposeAsync() => await Folders.DeleteAsync(_folder);

    // The archive slept since November: the days since are due, and the hourly task may be an hour away.
    private static async Task CloseWhatIsDueAsync(PlainMarket market) =>
        await market.Admin.SubmitAsync((await market.Admin.GetAsync(Books)).FormTo(Books + "/close"));

    private static async Task<SitePage> VerifiedAsync(PlainMarket market)
    {
        await market.Admin.SubmitAsync((await market.Admin.GetAsync(Books)).FormTo(Books + "/verify"));
        for (var watch = Stopwatch.StartNew(); ;)
        {
            var page = await market.Admin.GetAsync(Books);
            if (page.Document.QuerySelector("#books-health [data-good=false]") is null && page.Text.Contains("accounts verified on", StringComparison.Ordinal))
            {
                return page;
            }

            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), page.Text);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
