using Market.Ledger.Receipts;

namespace Market.Payments.Counter.Receipts;

/// <summary>What came of asking for a receipt.</summary>
public abstract record ReceiptAnswer
{
    private ReceiptAnswer()
    {
    }

    /// <summary>It is issued now.</summary>
    public sealed record Issued(IssuedReceipt Receipt) : ReceiptAnswer;

    /// <summary>There is one already.</summary>
    public sealed record Known(IssuedReceipt Receipt) : ReceiptAnswer;

    /// <summary>There is none, and why.</summary>
    public sealed record Refused(string Sentence) : ReceiptAnswer;
}
