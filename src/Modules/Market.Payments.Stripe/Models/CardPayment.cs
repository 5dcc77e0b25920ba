using Market.Ledger.Online;

namespace Market.Payments.Stripe.Models;

/// <summary>A payment by card: what was asked, kept before Stripe is called; what is known of it; what stands in the books for it.</summary>
public class CardPayment
{
    public required OnlinePayment Payment { get; set; }

    public OnlineFacts Facts { get; set; } = new();

    public OnlineBooked Booked { get; set; } = new();

    /// <summary>The form it came from, with what was chosen: sent again, it is the same payment.</summary>
    public required string FormKey { get; set; }

    /// <summary>What <see cref="FormKey"/> is.</summary>
    public static string FormKeyOf(string accountId, string form, string chosen) => $"{accountId}:{form}:{chosen}";

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Where the browser comes back to. Kept, like the language: asked again, Stripe must be told the very same.</summary>
    public required string ReturnAddress { get; set; }

    /// <summary>The language of Stripe's page.</summary>
    public required string Language { get; set; }

    /// <summary>
    /// How often Stripe said for good that it makes no page: it says so again under the same key. A page nobody was led to takes no money,
    /// so another one may be asked for.
    /// </summary>
    public int FailedPages { get; set; }

    /// <summary>Stripe's Checkout session, once Stripe answered.</summary>
    public string? SessionId { get; set; }

    /// <summary>Stripe's page.</summary>
    public string? SessionUrl { get; set; }

    /// <summary>When Stripe's page lapses.</summary>
    public DateTimeOffset? SessionExpiresAt { get; set; }

    /// <summary>What Stripe kept of it, in minor units, once a payout said so.</summary>
    public long? FeeMinorUnits { get; set; }

    /// <summary>The refunds that people asked for here.</summary>
    public List<RefundAsked> Refunds { get; set; } = [];

    /// <summary>What the sweep found, that a person must look at.</summary>
    public HoldReason? Flag { get; set; }

    /// <summary>What of that a person has seen: it is not flagged again.</summary>
    public HoldReason? SeenFlag { get; set; }
}
