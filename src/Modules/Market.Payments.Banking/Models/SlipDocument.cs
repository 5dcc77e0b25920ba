using Market.Ledger.Cheques;

namespace Market.Payments.Banking.Models;

/// <summary>A deposit slip, where it is kept.</summary>
public class SlipDocument
{
    public DepositSlip Slip { get; set; } = null!;
}
