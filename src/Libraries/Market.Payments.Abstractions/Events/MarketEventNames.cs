namespace Market.Payments;

/// <summary>The workflow events of accounts, by their technical names, for any module that raises one through <see cref="IMarketEvents"/>.</summary>
public static class MarketEventNames
{
    /// <summary>A payment was posted. Tells <c>Amount</c>, <c>Currency</c>, <c>Method</c>, <c>OrderId</c>, <c>OperationId</c>, <c>OccurredOn</c>, <c>Memo</c>.</summary>
    public const string PaymentReceived = "PaymentReceivedEvent";

    /// <summary>A payment was announced. Tells <c>Amount</c>, <c>Currency</c>, <c>Method</c>, <c>OrderId</c>, <c>PendingPaymentId</c>, <c>OccurredOn</c>, <c>Memo</c>.</summary>
    public const string PaymentAnnounced = "PaymentAnnouncedEvent";

    /// <summary>A payment will not arrive: an announced one was cancelled, a card was declined. Tells <c>Amount</c>, <c>Currency</c>, <c>Method</c>, <c>OrderId</c>, <c>Reason</c>; <c>PendingPaymentId</c> where one was announced.</summary>
    public const string PaymentFailed = "PaymentFailedEvent";

    /// <summary>A balance went down. Tells <c>Before</c> and <c>After</c>; the workflow's own threshold says whether it was crossed.</summary>
    public const string BalanceBelowThreshold = "BalanceBelowThresholdEvent";

    /// <summary>A balance that was negative is so no more. Tells <c>Before</c> and <c>After</c>.</summary>
    public const string BalanceSettled = "BalanceSettledEvent";
}
