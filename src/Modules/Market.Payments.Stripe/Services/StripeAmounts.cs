using System.Diagnostics.CodeAnalysis;
using Market.Ledger;

namespace Market.Payments.Stripe.Services;

/// <summary>Amounts as Stripe counts them: in minor units of ISO 4217, but for a few currencies of its own way.</summary>
public static class StripeAmounts
{
    // Of no decimals in ISO 4217, and written with two zeros by Stripe; of two, and written with none.
    private static readonly HashSet<string> WithTwoZeros = ["ISK", "UGX"];

    private static readonly HashSet<string> WithoutDecimals = ["MGA"];

    /// <summary>Whether Stripe can take exactly this amount: of three decimals it takes two, and of ariary whole ones.</summary>
    public static bool CanTake(Money amount) =>
        amount.Currency.Decimals == 3 ? amount.MinorUnits % 10 == 0
        : !WithoutDecimals.Contains(amount.Currency.Code) || amount.MinorUnits % 100 == 0;

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
