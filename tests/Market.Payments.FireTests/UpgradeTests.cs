using System.Globalization;
using System.IO.Compression;
using Dapper;
using Market.Ledger;
using Market.Ledger.Chain;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Payments.Books;
using Market.Payments.Clients;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Storage;
using MarketSite.TestHost;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Security;

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
            var report = await TestBooks.VerifiedAsync(market);
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
            var posted = Assert.IsType<PostingResult.Posted>(await market.PostAsync(TestBooks.Payment(first, 10)));
            Assert.Equal(listed[0].Count() + 1, posted.Operation.Sequence);
            Assert.Equal(listed[0].Last()[6], posted.Operation.PreviousHash);
            Assert.IsType<PendingResult.Done>(await market.WorkAsync(work => work.AnnounceAsync(TestBooks.Announcement(first, 5))));
            await market.PostAsync(TestBooks.Payment(await market.OpenAccountAsync(), 1));
            await AnOrderPostsItsDebitAsync(market);
            await TestBooks.VerifiedAsync(market);
        }

        var verification = await SiteProcess.RunToEndAsync(new SiteOptions { DataFolder = _folder, Command = "verify" });
        Assert.True(verification.Code == 0, verification.Output);
    }

    /// <summary>The archives are demonstration markets of 0.1.0, 0.2.0 and 0.3.0, made in October and closed in November.</summary>
    [Theory]
    [InlineData("market-0.1.zip", 30)]
    [InlineData("market-0.2.zip", 39)]
    [InlineData("market-0.3.zip", 31)]
    public async Task Closings_of_releases_before_are_found_and_the_next_one_chains_to_them(string archive, int closings)
    {
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(AppContext.BaseDirectory, "Assets", archive), _folder, TestContext.Current.CancellationToken);

        await using var market = await MarketHost.OpenAsync(_folder);

        var before = await market.InScopeAsync(services => services.GetRequiredService<YesSqlClosingStore>().ListAsync());
        Assert.Equal(closings, before.Count);
        Assert.Equal(before.Count, (await TestBooks.VerifiedAsync(market)).Closings);

        // What names are searched and sorted by is made again.
        var clients = await market.SqlAsync(async transaction => (await transaction.Connection!.QueryAsync<(string Number, string Reference, string Name, string Search, string SortKey)>(
            "SELECT \"Number\", \"Reference\", \"Name\", \"Search\", \"SortKey\" FROM \"ClientAccountIndex\"", transaction: transaction)).AsList());
        Assert.NotEmpty(clients);
        Assert.All(clients, client => Assert.Equal((NameText.FoldAll(client.Number, client.Reference, client.Name), NameText.SortKey(client.Name)), (client.Search, client.SortKey)));
        market.Clock.Set = market.Clock.UtcNow.AddDays(2);
        Assert.NotEmpty(await market.InScopeAsync(services => ClosingRunner.RunAsync(services.GetRequiredService<IUnitOfWork>())));
        var after = await market.InScopeAsync(services => services.GetRequiredService<YesSqlClosingStore>().ListAsync());
        Assert.Equal(before.Select(closing => closing.Hash), after.TakeLast(before.Count).Select(closing => closing.Hash));
        Assert.Equal(after.Count, (await TestBooks.VerifiedAsync(market)).Closings);
    }

    /// <summary>What is new about clients comes to a market of 0.1.0: the right to them, and one account a login, though two of its accounts share one.</summary>
    [Fact]
    public async Task Clients_of_0_1_are_managed_by_the_same_people_and_a_shared_login_waits_for_one_of_them()
    {
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(AppContext.BaseDirectory, "Assets", "market-0.1.zip"), _folder, TestContext.Current.CancellationToken);
        var file = Assert.Single(Directory.GetFiles(_folder, "*.db", SearchOption.AllDirectories));
        await using (var before = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await before.ExecuteAsync("UPDATE ClientAccountIndex SET UserId = (SELECT MIN(UserId) FROM ClientAccountIndex) WHERE Number = (SELECT MAX(Number) FROM ClientAccountIndex)");
        }

        await using var market = await MarketHost.OpenAsync(_folder);

        var shared = Assert.Single(await market.InScopeAsync(services => services.GetRequiredService<SharedLogins>().ListAsync()));
        Assert.Equal(2, shared.Count);
        var roles = await market.InScopeAsync(async services => (IReadOnlyList<Role>)[.. services.GetRequiredService<RoleManager<IRole>>().Roles.OfType<Role>()]);
        Assert.Equal(["Coordinator"], roles.Where(role => role.RoleClaims.Any(claim => claim.ClaimValue == PaymentsRights.ManageClients)).Select(role => role.RoleName).Where(name => name != "Administrator"));
        await TestBooks.VerifiedAsync(market);
    }

    /// <summary>A client of 0.1.0 was deleted while the feature was off, as Orchard deletes: its account has operations.</summary>
    [Fact]
    public async Task A_client_of_0_1_that_was_deleted_comes_back()
    {
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(AppContext.BaseDirectory, "Assets", "market-0.1.zip"), _folder, TestContext.Current.CancellationToken);
        var file = Assert.Single(Directory.GetFiles(_folder, "*.db", SearchOption.AllDirectories));
        string account, number;
        await using (var before = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False"))
        {
            account = (await before.QuerySingleAsync<string>("SELECT MIN(AccountId) FROM LedgerAccount WHERE Sequence > 0"))!;
            number = (await before.QuerySingleAsync<string>("SELECT Number FROM ClientAccountIndex WHERE AccountId = @account", new { account }))!;
            await before.ExecuteAsync("DELETE FROM ClientAccountIndex WHERE AccountId = @account", new { account });
            await before.ExecuteAsync("UPDATE ContentItemIndex SET Published = 0, Latest = 0 WHERE ContentItemId = @account", new { account });
        }

        await using var market = await MarketHost.OpenAsync(_folder);

        Assert.Equal(number, (await market.InScopeAsync(services => services.GetRequiredService<IClientAccounts>().FindAsync(account)))?.Number);
        await TestBooks.VerifiedAsync(market);
    }

    public async ValueTask DisposeAsync() => await Folders.DeleteAsync(_folder);

    // Its workflows, which are from before there were events after the commit, still post in the order's own transaction.
    private static async Task AnOrderPostsItsDebitAsync(MarketHost market)
    {
        var (distribution, product) = await market.InScopeAsync(async services => (
            (await services.GetRequiredService<Orders.Sales.Distributions>().ListLatestAsync(1))[0].Id,
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
            FormKey = TestBooks.NewKey(),
            UserId = "fire",
            OnBehalf = true,
        }));
    }

    private static string Line(Operation operation) =>
        string.Create(CultureInfo.InvariantCulture, $"{operation.Sequence},{operation.Id},{operation.Kind},{operation.Amount.MinorUnits},{operation.Hash}");
}
