using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.InMemory;
using Market.Ledger.Methods;
using Market.Rehearsal;

namespace Market.Benchmarks;

/// <summary>A made-up market in memory, the same each time: so many members, and operations over as many weeks as those take.</summary>
internal sealed class MadeUpMarket : IMarketTerms
{
    private static readonly MarketTerms Terms = new(
        PaymentsActive: true, Currency.Euro, [new Method("cash"), new Method("cheque"), new Method("card-terminal"), new Method("transfer")]);

    public ValueTask<MarketTerms> GetAsync() => ValueTask.FromResult(Terms);

    /// <summary>Posts at least so many operations.</summary>
    public static async Task<InMemoryLedgerStore> PostAsync(int members, int operations)
    {
        var plan = PlanTerms.OfSize(seed: 15, members, operations + (operations / 4), new DateOnly(2026, 11, 27));
        var store = new InMemoryLedgerStore(Currency.Euro);
        for (var member = 0; member < members; member++)
        {
            store.SetAccount(AccountOf(member));
        }

        // Recorded a second one after another from the market's first day on.
        var now = plan.LastDistribution.AddDays(-plan.DaysBetween * plan.Distributions).ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc);
        var ids = 0;
        var ledger = new Ledger.Ledger(store, new MadeUpMarket(), () => FormattableString.Invariant($"4h7c2k9xq0t5m1w8z3b6{++ids:D6}"), () => now = now.AddSeconds(1));
        var poster = new ActPoster(ledger, store, new MarketPlaces(AccountOf, distribution => FormattableString.Invariant($"4kq8distribution{distribution:D10}"), Currency.Euro, "4n1coordinator000000000007"));
        foreach (var act in new MarketPlan(plan).Tell())
        {
            await poster.PostAsync(act);
            if (store.Operations.Count >= operations)
            {
                return store;
            }
        }

        throw new InvalidOperationException($"The plan has {store.Operations.Count} operations only.");
    }

    private static string AccountOf(int member) => FormattableString.Invariant($"4m2account000000{member:D10}");

    private sealed class Method(string name) : IPaymentMethod
    {
        public string Name => name;

        public string Label => name;

        public PaymentUse Use => PaymentUse.OnSite;

        public bool MembersMayChoose => true;

        public IReadOnlyList<PaymentField> Fields => [];

        public bool Refunds => true;
    }
}
