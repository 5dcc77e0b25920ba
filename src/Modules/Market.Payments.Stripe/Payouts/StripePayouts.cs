using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Journals;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.Options;

namespace Market.Payments.Stripe.Payouts;

/// <summary>Tells the journals what Stripe sent to the bank, and what it kept.</summary>
public sealed class StripePayouts(PayoutStore payouts, IMarketTerms terms, IOptions<StripeOptions> options) : IProviderPayouts
{
    public async Task<IReadOnlyList<ProviderPayout>> OfDaysAsync(DateOnly from, DateOnly to)
    {
        // A journal is in one currency; what another shop of the account is paid in is not in it.
        var currency = (await terms.GetAsync()).Currency;
        return [.. (await payouts.ListAsync(from, to)).Where(payout => options.Value.Books(payout.IsLive ?? true) && payout.Status == "paid" && payout.Amount.Currency == currency).Select(Of)];
    }

    private static ProviderPayout Of(Payout payout) =>
        new(StripeMethod.MethodName, payout.PayoutId, payout.ArrivesOn, payout.StatusAt, payout.Amount, new Money(payout.Lines.Sum(line => line.Kept), payout.Amount.Currency));
}
