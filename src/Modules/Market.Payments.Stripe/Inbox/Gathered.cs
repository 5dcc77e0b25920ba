using Market.Ledger.Online;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Inbox;

/// <summary>An event with all that had to be asked about it, ready to be applied.</summary>
/// <param name="EventId">The event.</param>
public sealed record Gathered(string EventId)
{
    public string? PaymentId { get; init; }

    public IReadOnlyList<OnlineFact> Facts { get; init; } = [];

    public Payout? Payout { get; init; }

    /// <summary>Whether it concerns this site; otherwise it is ignored.</summary>
    public bool IsOurs { get; init; } = true;

    public HoldReason? Hold { get; init; }

    public string? Detail { get; init; }

    /// <summary>Whether Stripe was asked about it and did not answer: it is tried again later.</summary>
    public bool IsForLater { get; init; }
}
