namespace Market.Ledger.Receipts;

/// <summary>Where the chain of receipts stands.</summary>
/// <param name="Number">How many receipts were issued.</param>
/// <param name="Hash">The last one's hash; empty before the first.</param>
public sealed record ReceiptHead(long Number, string Hash)
{
    /// <summary>Before the first receipt.</summary>
    public static ReceiptHead None { get; } = new(0, string.Empty);

    /// <summary>When the last one was issued; none before the first.</summary>
    public DateTimeOffset? LastIssuedAt { get; init; }

    /// <summary>Where the chain stands after this receipt.</summary>
    public static ReceiptHead Of(IssuedReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return new ReceiptHead(receipt.Number, receipt.Hash) { LastIssuedAt = receipt.IssuedAt };
    }
}
