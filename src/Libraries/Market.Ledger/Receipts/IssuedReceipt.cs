using Market.Ledger.Amounts;

namespace Market.Ledger.Receipts;

/// <summary>
/// A receipt as it was given out: never changed, never deleted, and numbered without a gap over the whole market. Each carries the hash of
/// the one before it. It names no person.
/// </summary>
public sealed record IssuedReceipt
{
    /// <summary>Its number: 1, 2, 3…</summary>
    public required long Number { get; init; }

    /// <summary>The client account whose money it is about.</summary>
    public required string AccountId { get; init; }

    /// <summary>Who sells, as the market called itself then.</summary>
    public required MarketIdentity Seller { get; init; }

    /// <summary>The money that was taken or given back, in the order in which it was recorded. One at least.</summary>
    public required IReadOnlyList<ReceiptPayment> Payments { get; init; }

    /// <summary>What it is for; empty where the money names no order.</summary>
    public required IReadOnlyList<ReceiptSale> Sales { get; init; }

    /// <summary>The packaging on deposit that went out or came back with it, in the order in which it was recorded.</summary>
    public IReadOnlyList<ReceiptDeposit> Deposits { get; init; } = [];

    /// <summary>When it was issued, in UTC, to the millisecond.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The id of the user who issued it.</summary>
    public required string IssuedBy { get; init; }

    /// <summary>The hash of the receipt before this one; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, over this receipt and <see cref="PreviousHash"/>; see <see cref="ReceiptHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>What was taken in all; negative where more was given back.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public Money Total() => Payments.Select(payment => payment.Amount).Aggregate((sum, amount) => sum + amount);
}
