using Market.Ledger.Receipts;

namespace Market.Payments.Counter.ViewModels;

/// <summary>The list of all receipts.</summary>
public class ReceiptsViewModel
{
    public IReadOnlyList<IssuedReceipt> Receipts { get; set; } = [];

    /// <summary>The accounts they are about, by id.</summary>
    public IReadOnlyDictionary<string, ClientAccount> Accounts { get; set; } = new Dictionary<string, ClientAccount>();

    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public dynamic Pager { get; set; } = null!;
}
