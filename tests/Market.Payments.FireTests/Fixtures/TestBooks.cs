using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Pending;
using Market.Ledger.Postings;

namespace Market.Payments.FireTests.Fixtures;

/// <summary>What the tests ask of the books, and how they judge them.</summary>
internal static class TestBooks
{
    private static int _keys;

    public static Money Euros(decimal units) => new((long)(units * 100), Currency.Euro);

    public static string NewKey() => $"fire:{Guid.NewGuid():n}:{Interlocked.Increment(ref _keys)}";

    public static Posting Payment(string accountId, decimal euros, string? key = null) => new()
    {
        AccountId = accountId,
        Kind = OperationKind.Payment,
        Amount = Euros(euros),
        Method = "cash",
        OccurredOn = new DateOnly(2026, 11, 1),
        RecordedBy = "fire",
        IdempotencyKey = key ?? NewKey(),
    };

    public static Posting Order(string accountId, decimal euros, string order) => new()
    {
        AccountId = accountId,
        Kind = OperationKind.Order,
        Amount = Euros(-euros),
        OrderId = order,
        OccurredOn = new DateOnly(2026, 11, 1),
        RecordedBy = "fire",
        IdempotencyKey = NewKey(),
    };

    public static Posting Transfer(string accountId, decimal euros) => Payment(accountId, euros) with { Kind = OperationKind.Transfer, Method = null, Memo = "Moved" };

    public static ReversalRequest Reversal(Operation operation, string? key = null) => new()
    {
        AccountId = operation.AccountId,
        OperationId = operation.Id,
        Reason = "A mistake",
        OccurredOn = new DateOnly(2026, 11, 2),
        RecordedBy = "fire",
        IdempotencyKey = key ?? NewKey(),
    };

    public static Announcement Announcement(string accountId, decimal euros) => new()
    {
        AccountId = accountId,
        Amount = Euros(euros),
        Method = "transfer",
        AnnouncedOn = new DateOnly(2026, 11, 1),
        AnnouncedBy = "fire",
        IdempotencyKey = NewKey(),
    };

    public static Receipt Receipt(PendingPayment payment) => new()
    {
        AccountId = payment.AccountId,
        PendingPaymentId = payment.Id,
        OccurredOn = new DateOnly(2026, 11, 2),
        RecordedBy = "fire",
    };

    /// <summary>Asserts that the account has so many operations at the places 1, 2, 3… and that its balance is their sum.</summary>
    public static async Task<IReadOnlyList<Operation>> HoldAsync(MarketHost market, string accountId, long operations, Money balance)
    {
        var (balances, kept) = await market.StatementAsync(accountId);
        Assert.Equal(operations, kept.Count);
        Assert.Equal(Enumerable.Range(1, kept.Count).Select(place => (long)place), kept.Select(operation => operation.Sequence));
        Assert.Equal(balance, balances.Confirmed);
        Assert.Equal(balance.MinorUnits, kept.Sum(operation => operation.Amount.MinorUnits));
        return kept;
    }

    /// <summary>Asserts that all of the books holds.</summary>
    public static async Task<VerificationReport> VerifiedAsync(MarketHost market)
    {
        var report = await market.VerifyAsync();
        Assert.True(report.Holds, string.Join(Environment.NewLine, report.Findings));
        return report;
    }
}
