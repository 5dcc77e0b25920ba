using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Stripe.CardPayments;

/// <summary>A member's payments by card. Of the card itself the market has nothing.</summary>
public sealed class CardPaymentData(ISession session, IStringLocalizer<CardPaymentData> S) : IPersonalData
{
    public string Name => "cardPayments";

    public string Label => S["Your payments by card, without anything of the card"];

    public IReadOnlyList<string> SeenWith => [PaymentsRights.ViewBalances];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var payments = await session.Query<CardPayment, CardPaymentIndex>(index => index.AccountId == account.Id, StripeCollection.Name).ListAsync();
        return
        [
            .. payments.OrderBy(payment => payment.AskedAt).Select(payment => new
            {
                payment.Payment.Id,
                payment.AskedAt,
                Parts = payment.Payment.Shares.Select(share => new { Amount = share.Amount.ToInvariantString(), share.OrderId }),
                Surcharge = payment.Payment.Surcharge.ToInvariantString(),
                Currency = payment.Payment.Surcharge.Currency.Code,
                payment.Facts.Outcome,
                PaidAt = payment.Facts.At,
                Refunds = payment.Refunds.Select(refund => new { Amount = refund.Amount.ToInvariantString(), refund.Reason, refund.AskedAt, refund.IsRefused }),
            }),
        ];
    }
}
