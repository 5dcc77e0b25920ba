using System.Diagnostics;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Ledger.Postings;
using Market.Payments.FireTests.Fixtures;

namespace Market.Payments.FireTests;

/// <summary>Everybody at once, through the site's own units of work. Whatever a caller gets is an answer: an exception fails the storm.</summary>
public abstract class StormTests(MarketFixture fixture)
{
    private const int Writers = 32;

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 8)]
    [InlineData(1_000, 40)]
    public async Task Writers_on_few_or_many_accounts_lose_nothing(int accounts, int each)
    {
        var market = fixture.Market;
        var ids = await market.OpenAccountsAsync(accounts);
        var answers = await StormAsync($"{Writers} writers, {accounts} accounts", Writers, async writer =>
        {
            var results = new List<PostingResult>();
            for (var i = 0; i < each; i++)
            {
                results.Add(await market.PostAsync(TestBooks.Payment(ids[((writer * each) + i) % accounts], 1 + (i % 5))));
            }

            return results;
        });

        var posted = answers.SelectMany(results => results).Cast<PostingResult.Posted>().Select(result => result.Operation).ToLookup(operation => operation.AccountId);
        Assert.Equal(Writers * each, posted.Sum(account => account.Count()));
        foreach (var id in ids)
        {
            var sum = posted[id].Sum(operation => operation.Amount.MinorUnits);
            await TestBooks.HoldAsync(market, id, posted[id].Count(), new Money(sum, Currency.Euro));
        }

        await TestBooks.VerifiedAsync(market);
    }

    [Fact]
    public async Task One_key_posts_once()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        var posting = TestBooks.Payment(account, 12.5m);
        var answers = await StormAsync("the same key", 50, _ => market.PostAsync(posting));

        var posted = Assert.Single(answers.OfType<PostingResult.Posted>());
        Assert.Equal(49, answers.OfType<PostingResult.AlreadyPosted>().Count(answer => answer.Operation.Id == posted.Operation.Id));
        await TestBooks.HoldAsync(market, account, 1, TestBooks.Euros(12.5m));
        await TestBooks.VerifiedAsync(market);
    }

    [Fact]
    public async Task One_key_on_two_accounts_posts_on_one_of_them()
    {
        var market = fixture.Market;
        var accounts = await market.OpenAccountsAsync(2);
        var key = TestBooks.NewKey();
        var answers = await StormAsync("the same key on two accounts", 20, i => market.PostAsync(TestBooks.Payment(accounts[i % 2], 3, key)));

        var posted = Assert.Single(answers.OfType<PostingResult.Posted>());
        Assert.Equal(9, answers.OfType<PostingResult.AlreadyPosted>().Count());
        Assert.Equal(10, answers.OfType<PostingResult.Refused>().Count(answer => answer.Refusal.Reason is RefusalReason.KeyConflict));
        await TestBooks.HoldAsync(market, posted.Operation.AccountId, 1, TestBooks.Euros(3));
        await TestBooks.VerifiedAsync(market);
    }

    [Fact]
    public async Task Opposing_transfers_end()
    {
        var market = fixture.Market;
        var accounts = await market.OpenAccountsAsync(2);
        var answers = await StormAsync("opposing transfers", 16, i => market.WorkAsync(work => work.RunAsync(
            async services =>
            {
                var ledger = (ILedger)services.GetService(typeof(ILedger))!;
                var (from, to) = i % 2 == 0 ? (accounts[0], accounts[1]) : (accounts[1], accounts[0]);
                return (Out: await ledger.PostAsync(TestBooks.Transfer(from, -5)), In: await ledger.PostAsync(TestBooks.Transfer(to, 5)));
            },
            answer => answer is (PostingResult.Posted, PostingResult.Posted))));

        Assert.All(answers, answer => Assert.True(answer is (PostingResult.Posted, PostingResult.Posted)));
        await TestBooks.HoldAsync(market, accounts[0], 16, TestBooks.Euros(0));
        await TestBooks.HoldAsync(market, accounts[1], 16, TestBooks.Euros(0));
        await TestBooks.VerifiedAsync(market);
    }

    [Fact]
    public async Task One_operation_is_reversed_once()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        var operation = Assert.IsType<PostingResult.Posted>(await market.PostAsync(TestBooks.Payment(account, 20))).Operation;
        var answers = await StormAsync("reversals of one operation", 100, _ => market.ReverseAsync(TestBooks.Reversal(operation)));

        Assert.Single(answers.OfType<PostingResult.Posted>());
        Assert.Equal(99, answers.OfType<PostingResult.Refused>().Count(answer => answer.Refusal.Reason is RefusalReason.AlreadyReversed));
        await TestBooks.HoldAsync(market, account, 2, TestBooks.Euros(0));
        await TestBooks.VerifiedAsync(market);
    }

    [Fact]
    public async Task The_last_euro_above_the_floor_is_spent_once()
    {
        var market = fixture.Market;
        const int Rounds = 10;
        for (var round = 0; round < Rounds; round++)
        {
            var account = await market.OpenAccountAsync(floor: 0);
            await market.PostAsync(TestBooks.Payment(account, 1));
            var answers = await StormAsync($"the last euro, round {round + 1}", 2, i => market.PostAsync(TestBooks.Order(account, 1, $"order-{i}")));

            Assert.Single(answers.OfType<PostingResult.Posted>());
            Assert.Equal(RefusalReason.BelowFloor, Assert.Single(answers.OfType<PostingResult.Refused>()).Refusal.Reason);
            await TestBooks.HoldAsync(market, account, 2, TestBooks.Euros(0));
        }

        await TestBooks.VerifiedAsync(market);
    }

    [Fact]
    public async Task An_announced_payment_is_credited_once()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        var announcement = TestBooks.Announcement(account, 30);
        var announced = await StormAsync("the same announcement", 20, _ => market.WorkAsync(work => work.AnnounceAsync(announcement)));
        var payment = Assert.Single(announced.OfType<PendingResult.Done>()).Payment;
        Assert.Equal(19, announced.OfType<PendingResult.AlreadyDone>().Count());

        var received = await StormAsync("its receipt", 20, _ => market.WorkAsync(work => work.ReceiveAsync(TestBooks.Receipt(payment))));
        Assert.Single(received.OfType<PostingResult.Posted>());
        Assert.Equal(19, received.OfType<PostingResult.AlreadyPosted>().Count());
        await TestBooks.HoldAsync(market, account, 1, TestBooks.Euros(30));
        Assert.True((await market.StatementAsync(account)).Balances.Pending.IsZero);
        await TestBooks.VerifiedAsync(market);
    }

    private static async Task<T[]> StormAsync<T>(string name, int callers, Func<int, Task<T>> call)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            await start.Task;
            return await call(caller);
        })).ToList();
        var watch = Stopwatch.StartNew();
        start.SetResult();
        var answers = await Task.WhenAll(calls);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {callers} callers answered in {watch.Elapsed.TotalMilliseconds:F0} ms");
        return answers;
    }
}

public sealed class StormsOnSqlite(SqliteMarket fixture) : StormTests(fixture), IClassFixture<SqliteMarket>;

public sealed class StormsOnPostgres(PostgresMarket fixture) : StormTests(fixture), IClassFixture<PostgresMarket>;
