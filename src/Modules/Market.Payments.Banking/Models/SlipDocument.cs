using Market.Ledger.Cheques;

namespace Market.Payments.Banking.Models;

/// <summary>A deposit slip, where it is kept.</summary>
public class SlipDocument
{
    public DepositSlip Slip { get; set; } = null!;

    /// <summary>When it, or what became of one of its cheques, last changed, in UTC.</summary>
    public DateTime ChangedUtc { get; set; }
}
