using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Postings;
using Market.Ledger.Receipts;
using Market.Payments.Counter.Receipts;
using Market.Payments.FireTests.Fixtures;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Counter.Tests.Receipts;

/// <summary>A market that issued receipts before there was a head, and before they named deposits.</summary>
public sealed class ReceiptUpgradeTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("market-receipts-").FullName;

    [Fact]
    public async Task Receipts_of_before_hold_and_from_the_upgrade_on_the_newest_is_missed()
    {
        IssuedReceipt last;
        string account;
        await using (var before = await MarketHost.OpenAsync(_folder))
        {
            await before.SettleAsync(settings => settings.OfferedMethods = [BuiltInMethods.Cash]);
            account = await before.OpenAccountAsync();
            await IssueAsync(before, account);
            last = await IssueAsync(before, account);

            // As the version before left it: no head, no deposits.
            await before.SqlAsync("DROP TABLE \"CounterReceiptHead\"");
            Assert.Equal(2, await before.SqlAsync("UPDATE \"Counter_Document\" SET \"Content\" = REPLACE(\"Content\", '\"Deposits\":[],', '') WHERE \"Content\" LIKE '%\"Deposits\":[],%'"));
            Assert.Equal(1, await before.SqlAsync(
                "UPDATE \"Document\" SET \"Content\" = REPLACE(\"Content\", 'ReceiptMigrations\",\"Version\":2', 'ReceiptMigrations\",\"Version\":1') WHERE \"Content\" LIKE '%ReceiptMigrations\",\"Version\":2%'"));
        }

        await using var market = await MarketHost.OpenAsync(_folder);

        Assert.Empty((await market.VerifyAsync()).Findings);
        var next = await IssueAsync(market, account);
        Assert.Equal((3, last.Hash), (next.Number, next.PreviousHash));
        Assert.Empty((await market.VerifyAsync()).Findings);
        await market.SqlAsync("DELETE FROM \"Counter_ReceiptIndex\" WHERE \"Number\" >= 2");
        Assert.Equal([Misfit.ReceiptHead], (await market.VerifyAsync()).Findings.Select(finding => finding.Misfit));
    }

    public async ValueTask DisposeAsync() => await Folders.DeleteAsync(_folder);

    private static async Task<IssuedReceipt> IssueAsync(MarketHost market, string account)
    {
        var payment = Assert.IsType<PostingResult.Posted>(await market.PostAsync(new Posting
        {
            AccountId = account,
            Kind = OperationKind.Payment,
            Amount = new Money(500, Currency.Euro),
            Method = BuiltInMethods.Cash,
            OccurredOn = DateOnly.FromDateTime(market.Clock.UtcNow),
            RecordedBy = "clerk",
            IdempotencyKey = $"upgrade-{Guid.NewGuid():n}",
        })).Operation;
        return Assert.IsType<ReceiptAnswer.Issued>(
            await market.InScopeAsync(services => services.GetRequiredService<ReceiptDesk>().IssueAsync(account, [payment.Id], "clerk"))).Receipt;
    }
}
