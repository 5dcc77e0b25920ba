using Market.Ledger.Closings;
using Market.Ledger.Postings;
using Market.Payments.Books;
using Market.Payments.FireTests.Fixtures;

namespace Market.Payments.FireTests.Closings;

/// <summary>A day that is closed late: accounts have moved since it ended, and it is closed with what they had then.</summary>
public abstract class ClosingGrowthTests(MarketFixture fixture)
{
    private const int Few = 3;
    private const int Many = 40;

    private static readonly DateTime Began = new(2027, 6, 1, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_day_is_closed_with_as_many_questions_however_many_have_moved_since()
    {
        var market = fixture.Market;
        var accounts = await market.OpenAccountsAsync(Many);
        await PostAsync(accounts.Take(Many / 2), day: 0);
        await PostAsync(accounts.Take(Few), day: 1);
        var (first, few) = await CloseAsync();
        await PostAsync(accounts, day: 2);
        await PostAsync(accounts, day: 2);
        var (second, many) = await CloseAsync();
        market.Clock.Set = Began.AddDays(3);
        var (third, _) = await CloseAsync();

        Assert.Equal((Many / 2, Many / 2, 1_00L * (Many / 2)), Said(first));
        Assert.Equal((Many / 2, (Many / 2) + Few, 1_00L * ((Many / 2) + Few)), Said(second));
        Assert.Equal((Many, (Many / 2) + Few + (2 * Many), 1_00L * ((Many / 2) + Few + (2 * Many))), Said(third));
        Assert.Equal(3, (await TestBooks.VerifiedAsync(market)).Closings);
        Assert.InRange(many, few, few + 1);
    }

    // Its accounts, and the operations and balances by its end.
    private static (long Accounts, long Operations, long Balances) Said(Closing closing) =>
        (closing.Accounts, closing.Perpetual.Operations, closing.Perpetual.Net.MinorUnits);

    private async Task PostAsync(IEnumerable<string> accounts, int day)
    {
        fixture.Market.Clock.Set = Began.AddDays(day);
        foreach (var account in accounts)
        {
            Assert.IsType<PostingResult.Posted>(await fixture.Market.PostAsync(TestBooks.Payment(account, 1)));
        }
    }

    private async Task<(Closing Closing, int Questions)> CloseAsync()
    {
        IReadOnlyList<Closing> made = [];
        var questions = await Questions.CountAsync(async () => made = await fixture.Market.WorkAsync(ClosingRunner.RunAsync));
        return (Assert.Single(made), questions);
    }
}

public sealed class ClosingGrowthOnSqlite(SqliteMarket fixture) : ClosingGrowthTests(fixture), IClassFixture<SqliteMarket>;

public sealed class ClosingGrowthOnPostgres(PostgresMarket fixture) : ClosingGrowthTests(fixture), IClassFixture<PostgresMarket>;
