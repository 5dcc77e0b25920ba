using Market.Ledger.Online;
using Market.Payments.Stripe.CardPayments;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.Settings;

/// <summary>Stripe was asked to collect in the market's currency.</summary>
public sealed class StripeCurrencyHold(CardPaymentStore payments, IStringLocalizer<StripeCurrencyHold> S) : ICurrencyHold
{
    public async Task<IReadOnlyList<string>> FindAsync() =>
        await payments.CountAsync() > await payments.CountAsync(OnlineOutcome.Expired) + await payments.CountAsync(OnlineOutcome.Failed)
            ? [S["payments by card that are open or paid"].Value]
            : [];
}
