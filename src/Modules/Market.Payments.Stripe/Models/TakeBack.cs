using Market.Ledger.Amounts;

namespace Market.Payments.Stripe.Models;

/// <summary>A part of a transfer that somebody asked to take back, kept before Stripe is asked.</summary>
public class TakeBack
{
    /// <summary>Its id: the same wish is carried out once.</summary>
    public required string Key { get; set; }

    public required Money Amount { get; set; }

    public required string AskedBy { get; set; }

    /// <summary>When Stripe was last asked for it.</summary>
    public DateTimeOffset AskedAt { get; set; }

    public bool IsMade { get; set; }

    public bool IsRefused { get; set; }

    /// <summary>Whether Stripe's answer is not known: it may have acted.</summary>
    public bool IsInDoubt => !IsMade && !IsRefused;
}
