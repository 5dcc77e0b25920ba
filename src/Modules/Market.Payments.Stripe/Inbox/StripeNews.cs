using System.Text.Json;
using Market.Ledger.Online;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Inbox;

/// <summary>What an event of Stripe's says, in the market's own words.</summary>
public sealed record StripeNews
{
    public static StripeNews Nothing { get; } = new();

    /// <summary>Whether the event says which site it is of, and whether it is this one; none where it does not say.</summary>
    public string? Site { get; init; }

    /// <summary>The payment it names.</summary>
    public string? PaymentId { get; init; }

    /// <summary>Stripe's id of the payment it is about.</summary>
    public string? Reference { get; init; }

    public IReadOnlyList<OnlineFact> Facts { get; init; } = [];

    /// <summary>Money was given back, and the event does not say which: Stripe has to be asked.</summary>
    public bool AsksForRefunds { get; init; }

    /// <summary>The payout it is about.</summary>
    public JsonElement? Payout { get; init; }

    public HoldReason? Hold { get; init; }

    public string? Detail { get; init; }

    /// <summary>Whether there is anything in it for this module.</summary>
    public bool IsEmpty => Facts.Count == 0 && !AsksForRefunds && Payout is null && Hold is null;
}
