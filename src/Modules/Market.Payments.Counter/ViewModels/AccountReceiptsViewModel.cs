using Market.Ledger;
using Market.Ledger.Receipts;

namespace Market.Payments.Counter.ViewModels;

/// <summary>The receipts of an account, and its payments that have none yet.</summary>
public class AccountReceiptsViewModel
{
    public string AccountId { get; set; } = string.Empty;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<IssuedReceipt> Receipts { get; set; } = [];

    /// <summary>Payments and refunds that stand and are on no receipt, the newest first.</summary>
    public IReadOnlyList<Operation> Without { get; set; } = [];

    /// <summary>What methods are called, by their technical names.</summary>
    public IReadOnlyDictionary<string, string> MethodNames { get; set; } = new Dictionary<string, string>();

    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Whether the person may issue one.</summary>
    public bool MayIssue { get; set; }

    public string Minute(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("g");
}
