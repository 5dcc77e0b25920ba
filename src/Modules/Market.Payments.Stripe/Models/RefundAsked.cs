using Market.Ledger.Amounts;

namespace Market.Payments.Stripe.Models;

/// <summary>A refund that a person asked for, kept before Stripe is called. What stands in the books is what Stripe says of it.</summary>
public class RefundAsked
{
    /// <summary>The form's key: asked again, it is the same refund, here and at Stripe.</summary>
    public required string Key { get; set; }

    public required Money Amount { get; set; }

    public required string Reason { get; set; }

    public required string AskedBy { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Stripe's id, once Stripe answered.</summary>
    public string? RefundId { get; set; }

    /// <summary>Whether Stripe refused it.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Whether Stripe's answer is not known: it may have acted.</summary>
    public bool IsInDoubt => RefundId is null && !IsRefused;
}
