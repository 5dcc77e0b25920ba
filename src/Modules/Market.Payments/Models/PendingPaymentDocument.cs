using Market.Ledger.Pending;

namespace Market.Payments.Models;

/// <summary>Keeps a pending payment, which changes once: when it is received or cancelled.</summary>
public class PendingPaymentDocument
{
    public required PendingPayment Payment { get; set; }
}
