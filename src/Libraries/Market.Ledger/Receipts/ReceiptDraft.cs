using Market.Ledger.Postings;

namespace Market.Ledger.Receipts;

/// <summary>What a receipt is to say, before it has a number.</summary>
/// <param name="AccountId">The client account.</param>
/// <param name="Seller">Who sells.</param>
/// <param name="Payments">The money, of that account. One at least.</param>
/// <param name="Sales">What it is for.</param>
/// <param name="IssuedBy">The id of the user who issues it.</param>
public sealed record ReceiptDraft(
    string AccountId,
    MarketIdentity Seller,
    IReadOnlyList<ReceiptPayment> Payments,
    IReadOnlyList<ReceiptSale> Sales,
    string IssuedBy)
{
    /// <summary>The packaging on deposit that went out or came back with it.</summary>
    public IReadOnlyList<ReceiptDeposit> Deposits { get; init; } = [];

    /// <summary>The receipt it becomes: the next one of the chain.</summary>
    /// <param name="head">Where the market's chain stands.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="InvalidOperationException">There is no money that it would be for.</exception>
    public IssuedReceipt After(ReceiptHead head, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (Payments.Count == 0)
        {
            throw new InvalidOperationException("A receipt is for money that was taken.");
        }

        // A clock that was put back does not put a receipt before another.
        var issuedAt = new[] { now.UtcDateTime.ToTheMillisecond(), head.LastIssuedAt ?? DateTimeOffset.MinValue }.Max();
        var unsealed = new IssuedReceipt
        {
            Number = head.Number + 1,
            AccountId = AccountId,
            Seller = Seller,
            Payments = [.. Payments.OrderBy(payment => payment.RecordedAt).ThenBy(payment => payment.OperationId, StringComparer.Ordinal)],
            Sales = Sales,
            Deposits = [.. Deposits.OrderBy(deposit => deposit.RecordedAt).ThenBy(deposit => deposit.OperationId, StringComparer.Ordinal)],
            IssuedAt = issuedAt,
            IssuedBy = IssuedBy,
            PreviousHash = head.Hash,
            Hash = string.Empty,
        };
        return unsealed with { Hash = ReceiptHash.Of(unsealed) };
    }
}
