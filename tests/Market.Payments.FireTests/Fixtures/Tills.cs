using MarketSite.TestHost;

namespace Market.Payments.FireTests.Fixtures;

/// <summary>What became of the payments that clerks recorded.</summary>
internal static class Tills
{
    /// <summary>Asserts that what was acknowledged is in the books of a site once and whole, that nothing else of the clerks is, and that they verify.</summary>
    public static async Task StandAsync(SiteProcess site, params Till[] tills)
    {
        var acknowledged = tills.SelectMany(till => till.Acknowledged);
        await using (var market = await MarketHost.OpenAsync(site.DataFolder))
        {
            foreach (var account in acknowledged.GroupBy(payment => payment.Value.AccountId))
            {
                var (balances, operations) = await market.StatementAsync(account.Key);
                Assert.Equal(balances.Confirmed.MinorUnits, operations.Sum(operation => operation.Amount.MinorUnits));
                var recorded = operations.Where(operation => operation.Memo is { } memo && tills.Any(till => till.IsOf(memo)));
                Assert.Equal(
                    account.Select(payment => (payment.Key, payment.Value.MinorUnits)).Order(),
                    recorded.Select(operation => (operation.Memo!, operation.Amount.MinorUnits)).Order());
            }

            await TestBooks.VerifiedAsync(market);
        }

        var verification = await SiteProcess.RunToEndAsync(new SiteOptions { DataFolder = site.DataFolder, Command = "verify" });
        Assert.True(verification.Code == 0, verification.Output);
    }
}
