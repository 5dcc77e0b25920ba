using Market.Ledger.Cheques;

namespace Market.Payments.Banking.Models;

/// <summary>A cheque, where it is kept.</summary>
public class ChequeDocument
{
    public Cheque Cheque { get; set; } = null!;

    /// <summary>Whether the coordinators were told that it came back unpaid.</summary>
    public bool IsTold { get; set; }
}
