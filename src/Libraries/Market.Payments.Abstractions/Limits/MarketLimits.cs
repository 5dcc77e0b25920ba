namespace Market.Payments;

/// <summary>
/// How often somebody may do what costs others, by the names of ASP.NET's rate limits: <c>[EnableRateLimiting(MarketLimits.Checkouts)]</c>.
/// Each counts who is signed in by their user, and others by their address; how many is the site's configuration.
/// </summary>
public static class MarketLimits
{
    /// <summary>Announcing a payment.</summary>
    public const string Announcements = "MarketAnnouncements";

    /// <summary>Opening a page on which to pay by card.</summary>
    public const string Checkouts = "MarketCheckouts";

    /// <summary>Placing and changing an order.</summary>
    public const string Orders = "MarketOrders";

    /// <summary>Giving credit to another member, who is named.</summary>
    public const string Gifts = "MarketGifts";

    /// <summary>Inviting somebody, who is written to.</summary>
    public const string Invitations = "MarketInvitations";

    /// <summary>Opening what a signed link leads to.</summary>
    public const string Links = "MarketLinks";

    /// <summary>What a payment provider tells the market, which anybody may pretend to be until the signature is looked at.</summary>
    public const string Webhooks = "MarketWebhooks";
}
