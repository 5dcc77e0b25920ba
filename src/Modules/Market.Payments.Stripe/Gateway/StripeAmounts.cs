using System.Diagnostics.CodeAnalysis;
using Market.Ledger.Amounts;

namespace Market.Payments.Stripe.Gateway;

/// <summary>Amounts as Stripe counts them: in minor units of ISO 4217, but for a few currencies of its own way.</summary>
public static class StripeAmounts
{
    // Of no decimals in ISO 4217, and written with two zeros by Stripe; of two, and written with none.
    private static readonly HashSet<string> WithTwoZeros = ["ISK", "UGX"];

    private static readonly HashSet<string> WithoutDecimals = ["MGA"];

    /// <summary>The smallest amount that Stripe takes steps of: of three decimals it takes two, and of ariary whole ones.</summary>
    public static Money Step(Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return new Money(currency.Decimals == 3 ? 10 : WithoutDecimals.Contains(currency.Code) ? 100 : 1, currency);
    }

    /// <summary>Whether Stripe can take exactly this amount.</summary>
    public static bool CanTake(Money amount) => amount == FloorToTaken(amount);

    /// <summary>The most of an amount, zero or more, that Stripe can take exactly.</summary>
    public static Money FloorToTaken(Money amount)
    {
        var step = Step(amount.Currency).MinorUnits;
        return new Money(amount.MinorUnits / step * step, amount.Currency);
    }

    /// <summary>The least that Stripe can take exactly and that is no less than an amount, zero or more.</summary>
    public static Money CeilingToTaken(Money amount)
    {
        var floor = FloorToTaken(amount);
        return floor == amount ? floor : floor + Step(amount.Currency);
    }

    /// <summary>An amount as Stripe counts it; it must be one that Stripe can take.</summary>
    public static long ToStripe(Money amount) =>
        WithTwoZeros.Contains(amount.Currency.Code) ? checked(amount.MinorUnits * 100)
        : WithoutDecimals.Contains(amount.Currency.Code) ? amount.MinorUnits / 100
        : amount.MinorUnits;

    /// <summary>Reads an amount of Stripe's.</summary>
    /// <returns>Whether it is one of a known currency that this market's books can hold.</returns>
    public static bool TryRead(long amount, string? currencyCode, [NotNullWhen(true)] out Money? money)
    {
        money = null;
        if (!Currency.TryFromCode(currencyCode, out var currency))
        {
            return false;
        }

        if (WithTwoZeros.Contains(currency.Code))
        {
            money = amount % 100 == 0 ? new Money(amount / 100, currency) : null;
        }
        else
        {
            money = new Money(WithoutDecimals.Contains(currency.Code) ? checked(amount * 100) : amount, currency);
        }

        return money is not null;
    }
}
