using System.Globalization;
using System.IO.Compression;
using Dapper;
using Market.Ledger;
using Market.Orders.Services;
using Market.Payments.FireTests.Fixtures;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests;

/// <summary>Yesterday's books under today's site. The archive holds a demonstration market of the ledger's first schema, the list every operation it had.</summary>
public sealed class UpgradeTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("market-upgrade-").FullName;

    [Fact]
    public async Task Books_of_the_first_schema_are_the_same_and_go_on()
    {
        var assets = Path.Combine(AppContext.BaseDirectory, "Assets");
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(assets, "market-v1.zip"), _folder, TestContext.Current.CancellationToken);
        var listed = (await File.ReadAllLinesAsync(Path.Combine(assets, "market-v1.csv"), TestContext.Current.CancellationToken)).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(fields => fields[0])
            .ToList();

        await using (var market = await MarketHost.OpenAsync(_folder))
        {
            var report = await Books.VerifiedAsync(market);
            Assert.Equal(listed.Sum(account => account.Count()), report.Operations);
            foreach (var account in listed)
            {
                var (balances, operations) = await market.StatementAsync(account.Key);
                Assert.Equal(account.Last()[5], balances.Confirmed.MinorUnits.ToString(CultureInfo.InvariantCulture));
                Assert.True(balances.Pending.IsZero);
                Assert.Equal(account.Select(fields => string.Join(',', fields[1..5].Append(fields[6]))), operations.Select(Line));
                Assert.All(operations, operation => Assert.Equal(operation.Hash, OperationHash.Of(operation)));
            }

            // Pending sums are there and zero, and each account knows when it last moved.
            Assert.Equal(0, await market.SqlAsync(transaction => transaction.Connection!.ExecuteScalarAsync<int>(
                "SELECT COUNT(*) FROM \"LedgerAccount\" WHERE \"Pending\" IS NULL OR \"Pending\" <> 0 OR (\"Sequence\" > 0 AND \"LastRecorded\" IS NULL)", transaction: transaction)));

            var first = listed[0].Key;
            var posted = Assert.IsType<PostingResult.Posted>(await market.PostAsync(Books.Payment(first, 10)));
            Assert.Equal(listed[0].Count() + 1, posted.Operation.Sequence);
            Assert.Equal(listed[0].Last()[6], posted.Operation.PreviousHash);
            Assert.IsType<PendingResult.Done>(await market.WorkAsync(work => work.AnnounceAsync(Books.Announcement(first, 5))));
            await market.PostAsync(Books.Payment(await market.OpenAccountAsync(), 1));
            await AnOrderPostsItsDebitAsync(market);
            await Books.VerifiedAsync(market);
        }

        var verification = await SiteProcess.RunToEndAsync(new SiteOptions { DataFolder = _folder, Command = "verify" });
        Assert.True(verification.Code == 0, verification.Output);
    }

    public async ValueTask DisposeAsync() => await Folders.DeleteAsync(_folder);

    // Its workflows, which are from before there were events after the commit, still post in the order's own transaction.
    private static async Task AnOrderPostsItsDebitAsync(MarketHost market)
    {
        var (distribution, product) = await market.InScopeAsync(async services => (
            (await services.GetRequiredService<Distributions>().ListLatestAsync(1))[0].Id,
            (await services.GetRequiredService<Catalogue>().ListProductsAsync())[0].Id));
        var account = await market.OpenAccountAsync();
        var poor = await market.OpenAccountAsync(floor: -1);

        var placed = Assert.IsType<OrderResult.Done>(await PlaceAsync(account));
        Assert.False(placed.DebitMissing);
        var debit = Assert.Single((await market.StatementAsync(account)).Operations);
        Assert.Equal((OperationKind.Order, placed.Order.OrderId, -placed.Order.Due()), (debit.Kind, debit.OrderId, debit.Amount));
        Assert.IsType<OrderResult.Refused>(await PlaceAsync(poor));
        Assert.Null(await market.InScopeAsync(services => services.GetRequiredService<OrderStore>().FindPlacedAsync(poor, distribution)));

        Task<OrderResult> PlaceAsync(string accountId) => market.InScopeAsync(services => services.GetRequiredService<OrderService>().PlaceAsync(new PlaceOrder
        {
            AccountId = accountId,
            DistributionId = distribution,
            Quantities = new Dictionary<string, int> { [product] = 1 },
            FormKey = Books.NewKey(),
            UserId = "fire",
            OnBehalf = true,
        }));
    }

    private static string Line(Operation operation) =>
        string.Create(CultureInfo.InvariantCulture, $"{operation.Sequence},{operation.Id},{operation.Kind},{operation.Amount.MinorUnits},{operation.Hash}");
}
