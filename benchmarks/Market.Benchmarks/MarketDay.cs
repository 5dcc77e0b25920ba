using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.InMemory;
using Market.Ledger.Methods;
using Market.Ledger.Postings;
using Market.Ledger.Settlements;

namespace Market.Benchmarks;

/// <summary>A market in memory on the day of a distribution: each account has some orders behind it and one for today, and every second one has paid.</summary>
internal sealed class MarketDay : IMarketTerms
{
    private const string Distribution = "distribution";

    private const int OrdersBefore = 10;

    private static readonly DateOnly Day = new(2026, 11, 27);

    private readonly MarketTerms _terms = new(PaymentsActive: true, Currency.Euro, [new Cash()]);

    private int _ids;

    private MarketDay()
    {
        Store = new InMemoryLedgerStore(Currency.Euro);
        Ledger = new Ledger.Ledger(Store, this, () => FormattableString.Invariant($"id-{++_ids:D8}"), () => Day.ToDateTime(new TimeOnly(18, 30), DateTimeKind.Utc));
    }

    public InMemoryLedgerStore Store { get; }

    public Ledger.Ledger Ledger { get; }

    /// <summary>The accounts' ids.</summary>
    public List<string> Accounts { get; } = [];

    /// <summary>What is posted for each order of the distribution.</summary>
    public Dictionary<string, Money> Posted { get; } = [];

    /// <summary>What was sold.</summary>
    public DistributionSales Sales { get; private set; } = null!;

    public static async Task<MarketDay> MakeAsync(int accounts)
    {
        var day = new MarketDay();
        var sold = new List<OrderSales>();
        for (var account = 0; account < accounts; account++)
        {
            var id = FormattableString.Invariant($"account-{account:D5}");
            day.Store.SetAccount(id);
            day.Accounts.Add(id);
            for (var order = 0; order <= OrdersBefore; order++)
            {
                var orderId = FormattableString.Invariant($"order-{account:D5}-{order:D2}");
                var isToday = order == OrdersBefore;
                await day.Ledger.SetOrderDebitAsync(new OrderDebit
                {
                    AccountId = id,
                    OrderId = orderId,
                    DistributionId = isToday ? Distribution : FormattableString.Invariant($"before-{order}"),
                    Total = Euros(25),
                    OccurredOn = Day,
                    RecordedBy = "clerk",
                    IdempotencyKey = orderId,
                });
                if (!isToday || account % 2 == 0)
                {
                    await day.Ledger.PostAsync(Payment(id, 25, "paid:" + orderId) with { OrderId = orderId });
                }

                if (isToday)
                {
                    day.Posted[orderId] = Euros(25);
                    sold.Add(new OrderSales(orderId, id, new Dictionary<string, Money> { ["farm"] = Euros(15), ["bakery"] = Euros(10) }));
                }
            }
        }

        day.Sales = new DistributionSales(Distribution, "The square", Day, IsClosed: true, sold);
        return day;
    }

    public static Posting Payment(string account, long euros, string key) => new()
    {
        AccountId = account,
        Kind = OperationKind.Payment,
        Amount = Euros(euros),
        Method = "cash",
        OccurredOn = Day,
        RecordedBy = "clerk",
        IdempotencyKey = key,
    };

    public ValueTask<MarketTerms> GetAsync() => ValueTask.FromResult(_terms);

    private static Money Euros(long units) => new(units * 100, Currency.Euro);

    private sealed class Cash : IPaymentMethod
    {
        public string Name => "cash";

        public string Label => "Cash";

        public PaymentUse Use => PaymentUse.OnSite;

        public bool MembersMayChoose => true;

        public IReadOnlyList<PaymentField> Fields => [];

        public bool Refunds => true;
    }
}
