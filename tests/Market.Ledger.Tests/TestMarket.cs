using System.Globalization;

namespace Market.Ledger.Tests;

/// <summary>A market in memory: a ledger, its store and terms that a test changes as it goes.</summary>
internal sealed class TestMarket : IMarketTerms
{
    public const string Account = "account-1";

    public static readonly DateOnly Day = new(2025, 3, 14);

    public static readonly DateTime Clock = new(2025, 3, 14, 17, 30, 5, 250, DateTimeKind.Utc);

    public static readonly Currency Dollar = Currency.FromCode("USD");

    public static readonly TestMethod Cash = new("cash");

    public static readonly TestMethod Cheque = new("cheque", false, new PaymentField("number", "Number", true), new PaymentField("bank", "Bank", false));

    private int _ids;

    private int _keys;

    public TestMarket(Money? floor = null)
    {
        Store = new InMemoryLedgerStore(Currency.Euro);
        Store.SetAccount(Account);
        Terms = new MarketTerms(true, Currency.Euro, [Cash, Cheque], floor);
        Ledger = new Ledger(Store, this, () => Numbered("operation-", ++_ids), () => Now);
    }

    public InMemoryLedgerStore Store { get; }

    public Ledger Ledger { get; }

    public MarketTerms Terms { get; set; }

    public DateTime Now { get; set; } = Clock;

    public ValueTask<MarketTerms> GetAsync() => ValueTask.FromResult(Terms);

    public static Money Euros(decimal units) => new((long)(units * 100), Currency.Euro);

    public string NewKey() => Numbered("key-", ++_keys);

    public Posting Of(OperationKind kind, decimal units) => new()
    {
        AccountId = Account,
        Kind = kind,
        Amount = Euros(units),
        Method = kind is OperationKind.Payment or OperationKind.Refund ? Cash.Name : null,
        OrderId = kind is OperationKind.Order ? "order-1" : null,
        Memo = "Because",
        OccurredOn = Day,
        RecordedBy = "clerk-1",
        IdempotencyKey = NewKey(),
    };

    public OrderDebit Order(decimal total, string orderId = "order-1") => new()
    {
        AccountId = Account,
        OrderId = orderId,
        Total = Euros(total),
        OccurredOn = Day,
        RecordedBy = "clerk-1",
        IdempotencyKey = NewKey(),
    };

    public ReversalRequest Reversal(Operation operation, string reason = "A mistake") => new()
    {
        AccountId = operation.AccountId,
        OperationId = operation.Id,
        Reason = reason,
        OccurredOn = Day.AddDays(1),
        RecordedBy = "clerk-2",
        IdempotencyKey = NewKey(),
    };

    public PostingResult Ask(Posting posting) => Done(Ledger.PostAsync(posting));

    public PostingResult Ask(OrderDebit debit) => Done(Ledger.SetOrderDebitAsync(debit));

    public PostingResult Ask(ReversalRequest request) => Done(Ledger.ReverseAsync(request));

    public Operation Post(Posting posting) => Assert.IsType<PostingResult.Posted>(Ask(posting)).Operation;

    public Operation Post(OrderDebit debit) => Assert.IsType<PostingResult.Posted>(Ask(debit)).Operation;

    public Operation Post(ReversalRequest request) => Assert.IsType<PostingResult.Posted>(Ask(request)).Operation;

    public Refusal Refused(Posting posting) => RefusedBy(() => Ask(posting));

    public Refusal Refused(OrderDebit debit) => RefusedBy(() => Ask(debit));

    public Refusal Refused(ReversalRequest request) => RefusedBy(() => Ask(request));

    public AccountHead? Head(string accountId = Account) => Done(Store.LockAsync(accountId));

    public Money Balance(string accountId = Account) => Head(accountId)!.Balance;

    public Allocation Allocation() => Market.Ledger.Allocation.Of(Store.OperationsOf(Account), Currency.Euro);

    // The store is in memory, so every answer is there at once: a test needs no await inside a property.
    private static T Done<T>(Task<T> task)
    {
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    private static string Numbered(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);

    private Refusal RefusedBy(Func<PostingResult> ask)
    {
        var head = Head();
        var count = Store.Operations.Count;
        var result = ask();
        Assert.False(result.IsSettled);
        Assert.Equal(head, Head());
        Assert.Equal(count, Store.Operations.Count);
        return Assert.IsType<PostingResult.Refused>(result).Refusal;
    }
}
