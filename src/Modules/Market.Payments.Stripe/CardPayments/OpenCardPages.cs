using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.CardPayments;

/// <summary>An account stays open while money may still come by a page of Stripe's, or it is not known whether some was given back.</summary>
public sealed class OpenCardPages(CardPaymentStore payments, IStringLocalizer<OpenCardPages> S) : IOpenMatters
{
    public async Task<IReadOnlyList<string>> FindAsync(string accountId) => await payments.CountUndecidedAsync(accountId) is > 0 and var count
        ? [S.Plural(count, "One payment by card is not decided yet: wait until its page has lapsed, or look at it in Online payments.", "{0} payments by card are not decided yet: wait until their pages have lapsed, or look at them in Online payments.")]
        : [];
}
