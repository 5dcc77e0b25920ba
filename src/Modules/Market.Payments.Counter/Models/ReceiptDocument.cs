using Market.Ledger.Receipts;

namespace Market.Payments.Counter.Models;

/// <summary>A receipt that was issued, and the secret of its link. A YesSql document, never changed.</summary>
public sealed class ReceiptDocument
{
    /// <summary>What was issued.</summary>
    public required IssuedReceipt Receipt { get; set; }

    /// <summary>What the address of its public page ends with: whoever knows it sees the receipt.</summary>
    public string Token { get; set; } = string.Empty;
}
