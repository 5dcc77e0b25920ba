using System.Globalization;
using Market.Ledger.Pending;
using Market.Payments.Models;
using Market.Payments.Storage;
using YesSql.Indexes;

namespace Market.Payments.Indexes;

public class PendingPaymentIndex : MapIndex
{
    public string PendingPaymentId { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;

    /// <summary>The <see cref="PendingState"/> by its name.</summary>
    public string State { get; set; } = string.Empty;

    /// <summary>The announced amount in minor units. Positive.</summary>
    public long Amount { get; set; }

    /// <summary>The market's day, <c>yyyy-MM-dd</c>.</summary>
    public string AnnouncedOn { get; set; } = string.Empty;

    /// <summary>Unique: the hash of the idempotency key.</summary>
    public string KeyHash { get; set; } = string.Empty;
}

public sealed class PendingPaymentIndexProvider : IndexProvider<PendingPaymentDocument>
{
    public PendingPaymentIndexProvider() => CollectionName = LedgerCollection.Name;

    public override void Describe(DescribeContext<PendingPaymentDocument> context) => context
        .For<PendingPaymentIndex>()
        .Map(document => new PendingPaymentIndex
        {
            PendingPaymentId = document.Payment.Id,
            AccountId = document.Payment.AccountId,
            State = document.Payment.State.ToString(),
            Amount = document.Payment.Amount.MinorUnits,
            AnnouncedOn = document.Payment.AnnouncedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            KeyHash = KeyHash.Of(document.Payment.IdempotencyKey),
        });
}
