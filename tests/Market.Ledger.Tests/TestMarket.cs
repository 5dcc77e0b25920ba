using System.Globalization;
using Market.Ledger.Accounts;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.InMemory;
using Market.Ledger.Methods;
using Market.Ledger.Pending;
using Market.Ledger.Postings;

namespace Market.Ledger.Tests;

/// <summary>A market in memory: a ledger, its store and terms that a test changes as it goes.</summary>
internal sealed class TestMarket : IMarketTerms, IClosedDistributions
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
        Ledger = new Ledger(Store, this, () => Numbered("operation-", ++_ids), () => Now, this);
        PendingPayments = new PendingPayments(Ledger, Store, Store, this, () => Numbered("pending-", ++_ids), () => Now);
    }

    public InMemoryLedgerStore Store { get; }

    public Ledger Ledger { get; }

    public PendingPayments PendingPayments { get; }

    /// <summary>The market's days begin at 23:00 UTC, like those of a market in winter in France.</summary>
    public ClosingCalendar Calendar { get; } = new(day => new DateTimeOffset(day.ToDateTime(default), TimeSpan.FromHours(1)));

    public MarketTerms Terms { get; set; }

    public DateTime Now { get; set; } = Clock;

    public HashSet<string> Closed { get; } = [];

    public Task<bool> IsClosedAsync(string distributionId) => Task.FromResult(Closed.Contains(distributionId));

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

    public Announcement Announcement(decimal units) => new()
    {
        AccountId = Account,
        Amount = Euros(units),
        Method = Cash.Name,
        AnnouncedOn = Day,
        AnnouncedBy = "member-1",
        IdempotencyKey = NewKey(),
    };

    public static Receipt Receipt(PendingPayment payment) => new()
    {
        AccountId = payment.AccountId,
        PendingPaymentId = payment.Id,
        OccurredOn = Day,
        RecordedBy = "clerk-1",
    };

    public static Cancellation Cancellation(PendingPayment payment, string reason = "It never came") => new()
    {
        AccountId = payment.AccountId,
        PendingPaymentId = payment.Id,
        Reason = reason,
        CancelledBy = "clerk-1",
    };

    public PendingResult Ask(Announcement announcement) => Done(PendingPayments.AnnounceAsync(announcement));

    public PendingResult Ask(Cancellation cancellation) => Done(PendingPayments.CancelAsync(cancellation));

    public PostingResult Ask(Receipt receipt) => Done(PendingPayments.ReceiveAsync(receipt));

    public PendingPayment Done(Announcement announcement) => Assert.IsType<PendingResult.Done>(Ask(announcement)).Payment;

    public PendingPayment Done(Cancellation cancellation) => Assert.IsType<PendingResult.Done>(Ask(cancellation)).Payment;

    public Operation Post(Receipt receipt) => Assert.IsType<PostingResult.Posted>(Ask(receipt)).Operation;

    public PendingPayment Pending(string id) => Done(Store.FindPendingAsync(id))!;

    public IReadOnlyList<Closing> CloseDue() => Done(Store.CloseDueAsync(Calendar, Currency.Euro, Now));

    public VerificationReport Verification() => Done(Store.VerifyAsync(Currency.Euro));

    public PostingResult Ask(Posting posting) => Done(Ledger.PostAsync(posting));

    public PostingResult Ask(OrderDebit debit) => Done(Ledger.SetOrderDebitAsync(debit));

    public PostingResult Ask(ReversalRequest request) => Done(Ledger.ReverseAsync(request));

    public Operation Post(Posting posting) => Assert.IsType<PostingResult.Posted>(Ask(posting)).Operation;

    public Operation Post(OrderDebit debit) => Assert.IsType<PostingResult.Posted>(Ask(debit)).Operation;

    public Operation Post(ReversalRequest request) => Assert.IsType<PostingResult.Posted>(Ask(request)).Operation;

    public Refusal Refused(Posting posting) => RefusedBy(() => Ask(posting));

    public Refusal Refused(OrderDebit debit) => RefusedBy(() => Ask(debit));

    public Refusal Refused(ReversalRequest request) => RefusedBy(() => Ask(request));

    public Refusal Refused(Receipt receipt) => RefusedBy(() => Ask(receipt));

    public Refusal Refused(Announcement announcement) => RefusedPending(() => Ask(announcement));

    public Refusal Refused(Cancellation cancellation) => RefusedPending(() => Ask(cancellation));

    public AccountHead? Head(string accountId = Account) => Done(Store.LockAsync(accountId));

    public Money Balance(string accountId = Account) => Head(accountId)!.Balance;

    public Allocation Allocation() => Market.Ledger.Allocations.Allocation.Of(Store.OperationsOf(Account), Currency.Euro);

    // The store is in memory, so every answer is there at once: a test needs no await inside a property.
    private static T Done<T>(Task<T> task)
    {
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    private static string Numbered(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);

    private Refusal RefusedBy(Func<PostingResult> ask)
    {
        var result = Unmoved(ask);
        Assert.False(result.IsSettled);
        return Assert.IsType<PostingResult.Refused>(result).Refusal;
    }

    private Refusal RefusedPending(Func<PendingResult> ask)
    {
        var result = Unmoved(ask);
        Assert.False(result.IsSettled);
        return Assert.IsType<PendingResult.Refused>(result).Refusal;
    }

    private T Unmoved<T>(Func<T> ask)
    {
        var heads = Store.AccountIds.Select(account => Head(account)).ToList();
        var operations = Store.Operations.ToList();
        var payments = Store.PendingPayments.ToList();
        var result = ask();
        Assert.Equal(heads, Store.AccountIds.Select(account => Head(account)));
        Assert.Equal(operations, Store.Operations);
        Assert.Equal(payments, Store.PendingPayments);
        return result;
    }
}
