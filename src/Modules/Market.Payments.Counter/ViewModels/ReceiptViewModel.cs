using Market.Ledger.Receipts;
using Market.Payments.Counter.Models;

namespace Market.Payments.Counter.ViewModels;

/// <summary>A receipt as pages show it.</summary>
public class ReceiptViewModel
{
    public IssuedReceipt Receipt { get; set; } = null!;

    /// <summary>Its operations as the books have them now, by id.</summary>
    public IReadOnlyDictionary<string, PostedOperation> Proofs { get; set; } = new Dictionary<string, PostedOperation>();

    /// <summary>What methods are called, by their technical names.</summary>
    public IReadOnlyDictionary<string, string> MethodNames { get; set; } = new Dictionary<string, string>();

    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Which handing over this is, on paper or in a mail; none on a page.</summary>
    public ReceiptHandout? Handout { get; set; }

    /// <summary>Each time it was handed over, the first time first.</summary>
    public IReadOnlyList<ReceiptHandout> Handouts { get; set; } = [];

    /// <summary>Its public address, where it has one that works.</summary>
    public Uri? Link { get; set; }

    /// <summary>Whether some of its money, or a deposit on it, was reversed since.</summary>
    public bool IsReversed => Proofs.Values.Any(proof => proof.Reversal is not null);

    /// <summary>What the market's clock showed, to the minute.</summary>
    public string Minute(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("g");

    public string MethodName(ReceiptPayment payment) => MethodNames.GetValueOrDefault(payment.Method ?? string.Empty) ?? payment.Method ?? string.Empty;
}
