using Market.Ledger.Cheques;

namespace Market.Payments.Banking.Models;

/// <summary>A cheque, where it is kept.</summary>
public class ChequeDocument
{
    public Cheque Cheque { get; set; } = null!;
}
