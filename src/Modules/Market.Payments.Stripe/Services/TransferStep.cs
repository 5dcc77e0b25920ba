using Market.Ledger;

namespace Market.Payments.Stripe.Services;

/// <summary>The smallest amount of a currency that Stripe transfers.</summary>
internal static class TransferStep
{
    /// <summary>In minor units.</summary>
    public static long Of(Currency currency) => new long[] { 1, 10, 100 }.First(step => StripeAmounts.CanTake(new Money(step, currency)));
}
