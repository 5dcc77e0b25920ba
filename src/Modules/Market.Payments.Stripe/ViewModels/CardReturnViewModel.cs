using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.ViewModels;

/// <summary>What the browser that comes back from Stripe is told.</summary>
public class CardReturnViewModel
{
    public required CardPayment Payment { get; init; }

    /// <summary>Whether it was a test of which nothing is booked.</summary>
    public required bool IsOnlyTest { get; init; }

    /// <summary>Whether it is not in the books because what Stripe said of it waits for a person.</summary>
    public required bool IsHeld { get; init; }

    /// <summary>Stripe's page, where it can still be paid.</summary>
    public required string? Page { get; init; }

    public required bool IsSignedIn { get; init; }
}
