using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.InMemory;
using Market.Rehearsal;

namespace Market.Ledger.Tests.Rehearsal;

/// <summary>A made-up market: the same for the same seed, posted once, and with all that a market has.</summary>
public sealed class MarketPlanTests : IMarketTerms
{
    private static readonly PlanTerms HalfAYear = new() { Seed = 14, Members = 40, Distributions = 12, LastDistribution = new DateOnly(2026, 11, 2), Settled = 10 };

    private readonly InMemoryLedgerStore _store = new(Currency.Euro);

    public ValueTask<MarketTerms> GetAsync() => ValueTask.FromResult(new MarketTerms(true, Currency.Euro, [.. ((string[])["cash", "cheque", "card-terminal", "transfer"]).Select(name => new TestMethod(name))], null));

    [Fact]
    public void The_same_seed_tells_the_same_and_another_tells_something_else()
    {
        var told = new MarketPlan(HalfAYear).Tell().Select(Text).ToList();

        Assert.Equal(told, new MarketPlan(HalfAYear).Tell().Select(Text));
        Assert.NotEqual(told, new MarketPlan(HalfAYear with { Seed = 15 }).Tell().Select(Text));
    }

    [Fact]
    public void No_two_acts_have_one_key() =>
        Assert.Equal([], new MarketPlan(HalfAYear).Tell().GroupBy(act => act.Key).Where(acts => acts.Count() > 1).Select(acts => acts.Key));

    [Fact]
    public async Task Posted_it_holds_and_posted_again_it_posts_nothing()
    {
        var first = await PostAsync(HalfAYear);
        var operations = _store.Operations.Count;
        var again = await PostAsync(HalfAYear);

        Assert.True(first > 500, $"Only {first} were posted.");
        Assert.Equal(0, again);
        Assert.Equal(operations, _store.Operations.Count);
        using var verifier = new ChainVerifier(Currency.Euro, _store.Closings);
        foreach (var account in _store.AccountIds)
        {
            verifier.Open(account, await _store.LockAsync(account));
            foreach (var operation in _store.OperationsOf(account))
            {
                verifier.Add(operation);
            }
        }

        Assert.Null(verifier.Finish().First);
    }

    [Fact]
    public async Task Broken_off_and_begun_again_it_comes_to_the_same()
    {
        await PostAsync(HalfAYear, atMost: 300);
        await PostAsync(HalfAYear);
        var resumed = await BalancesAsync();
        var whole = new MarketPlanTests();
        await whole.PostAsync(HalfAYear);

        Assert.Equal(await whole.BalancesAsync(), resumed);
    }

    [Fact]
    public async Task It_leaves_debts_of_every_age_credits_and_whoever_is_settled_at_zero()
    {
        await PostAsync(HalfAYear);

        var ages = _store.AccountIds.Select(account => DebtAgeing.Of(Allocation.Of(_store.OperationsOf(account), Currency.Euro), HalfAYear.LastDay)).ToList();
        Assert.Contains(ages, age => age.UpTo30Days.IsPositive);
        Assert.Contains(ages, age => age.UpTo60Days.IsPositive);
        Assert.Contains(ages, age => age.UpTo90Days.IsPositive);
        Assert.Contains(ages, age => age.Older.IsPositive);
        var balances = await BalancesAsync();
        Assert.Contains(balances, balance => balance > 0);
        Assert.All(balances.Take(HalfAYear.Settled), balance => Assert.Equal(0, balance));
    }

    [Fact]
    public void It_has_all_that_happens_at_a_market()
    {
        var acts = new MarketPlan(HalfAYear).Tell().ToList();

        Assert.All(
            [typeof(MarketAct.Ordered), typeof(MarketAct.Paid), typeof(MarketAct.GivenBack), typeof(MarketAct.Adjusted), typeof(MarketAct.Charged), typeof(MarketAct.Over), typeof(MarketAct.Unpaid), typeof(MarketAct.Departed)],
            kind => Assert.Contains(acts, act => act.GetType() == kind));
        Assert.Equal([1, 2, 3], acts.OfType<MarketAct.Reminded>().Select(act => act.Step).Distinct().Order());
        Assert.Equal(["card-terminal", "cash", "cheque", "transfer"], acts.OfType<MarketAct.Paid>().Select(act => act.Method).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1_000, 100_000)]
    [InlineData(5_000, 60_000)]
    public void Its_size_is_about_what_is_asked(int members, long operations)
    {
        var moving = new MarketPlan(PlanTerms.OfSize(1, members, operations, new DateOnly(2026, 11, 2))).Tell()
            .LongCount(act => act is not (MarketAct.Announced or MarketAct.Over or MarketAct.Reminded or MarketAct.Departed));

        Assert.InRange(moving, operations * 8 / 10, operations * 12 / 10);
    }

    private static string Text(MarketAct act) => act is MarketAct.Ordered order ? $"{order} {string.Join(' ', order.Lines)}" : act.ToString();

    private async Task<IReadOnlyList<long>> BalancesAsync()
    {
        var balances = new List<long>();
        for (var member = 0; member < HalfAYear.Members; member++)
        {
            balances.Add((await _store.LockAsync(AccountOf(member)))!.Balance.MinorUnits);
        }

        return balances;
    }

    private async Task<int> PostAsync(PlanTerms terms, int atMost = int.MaxValue)
    {
        var (ids, posted) = (_store.Operations.Count, 0);
        var now = terms.LastDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var ledger = new Ledger(_store, this, () => $"op-{++ids}", () => now);
        for (var member = 0; member < terms.Members; member++)
        {
            _store.SetAccount(AccountOf(member));
        }

        var poster = new ActPoster(ledger, _store, new MarketPlaces(AccountOf, distribution => $"d-{distribution}", Currency.Euro, "coordinator"));
        foreach (var act in new MarketPlan(terms).Tell().Take(atMost))
        {
            posted += await poster.PostAsync(act) ? 1 : 0;
        }

        return posted;
    }

    private static string AccountOf(int member) => $"account-{member:000}";
}
