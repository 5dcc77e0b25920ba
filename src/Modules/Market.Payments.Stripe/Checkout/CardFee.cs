using Market.Ledger.Amounts;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Checkout;

/// <summary>The fee on top, where the member pays it. Pure.</summary>
public static class CardFee
{
    public const int MostBasisPoints = 1_000;

    private const long BasisPointsInOne = 10_000;

    /// <summary>The fee on an amount, rounded up to what Stripe can take; none where the market bears it.</summary>
    public static Money On(Money amount, StripeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!settings.AddsFee)
        {
            return Money.Zero(amount.Currency);
        }

        var share = (checked(amount.MinorUnits * settings.FeeBasisPoints) + BasisPointsInOne - 1) / BasisPointsInOne;
        return StripeAmounts.CeilingToTaken(new Money(share + settings.FeeFixedMinorUnits, amount.Currency));
    }
}
