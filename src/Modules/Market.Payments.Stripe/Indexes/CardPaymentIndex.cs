using Market.Payments.Stripe.Models;
using YesSql.Indexes;

namespace Market.Payments.Stripe.Indexes;

public class CardPaymentIndex : MapIndex
{
    public string PaymentId { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;

    /// <summary>The <see cref="Ledger.Online.OnlineOutcome"/> by its name.</summary>
    public string Outcome { get; set; } = string.Empty;

    public bool IsFlagged { get; set; }

    /// <summary>Whether it is not known of a refund whether Stripe made it.</summary>
    public bool IsRefundInDoubt { get; set; }

    /// <summary>In milliseconds since 1970 (UTC).</summary>
    public long AskedMilliseconds { get; set; }

    /// <summary>Unique.</summary>
    public string FormHash { get; set; } = string.Empty;

    /// <summary>The hash of Stripe's id of the payment, once known.</summary>
    public string? ReferenceHash { get; set; }
}

public sealed class CardPaymentIndexProvider : IndexProvider<CardPayment>
{
    public CardPaymentIndexProvider() => CollectionName = StripeCollection.Name;

    public override void Describe(DescribeContext<CardPayment> context) => context
        .For<CardPaymentIndex>()
        .Map(payment => new CardPaymentIndex
        {
            PaymentId = payment.Payment.Id,
            AccountId = payment.Payment.AccountId,
            Outcome = payment.Facts.Outcome.ToString(),
            IsFlagged = payment.Flag is not null,
            IsRefundInDoubt = payment.Refunds.Any(asked => asked.IsInDoubt),
            AskedMilliseconds = payment.AskedAt.ToUnixTimeMilliseconds(),
            FormHash = TextKey.Of(payment.FormKey),
            ReferenceHash = payment.Facts.Reference is { } reference ? TextKey.Of(reference) : null,
        });
}
