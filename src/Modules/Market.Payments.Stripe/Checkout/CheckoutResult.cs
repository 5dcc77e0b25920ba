using Market.Payments.Stripe.Gateway;

namespace Market.Payments.Stripe.Checkout;

/// <summary>What became of a wish to pay by card. It is one of the nested kinds, and no other.</summary>
public abstract record CheckoutResult
{
    private CheckoutResult()
    {
    }

    /// <summary>Stripe's page waits.</summary>
    public sealed record Ready(Uri Page) : CheckoutResult;

    /// <summary>The form was sent before, and its payment is decided.</summary>
    public sealed record Decided(string PaymentId) : CheckoutResult;

    /// <summary>Stripe did not make a page. Nothing was paid; the same form may be sent again.</summary>
    public sealed record Failed(StripeFault Fault) : CheckoutResult;
}
