namespace Market.Payments.Models;

/// <summary>What became of an account's payment links. There is none before the first is used or revoked.</summary>
public class PaymentLinkRecord
{
    public string AccountId { get; set; } = string.Empty;

    /// <summary>How often the links of the account were revoked: a link is of the generation it was made in, and dies with it.</summary>
    public int Generation { get; set; }

    /// <summary>The links that were used and are not expired.</summary>
    public List<UsedPaymentLink> Used { get; set; } = [];
}

/// <summary>What was sent from a link.</summary>
public class UsedPaymentLink
{
    /// <summary>A hash of what the link's token says.</summary>
    public string Link { get; set; } = string.Empty;

    /// <summary>When it expires, in milliseconds since 1970 (UTC).</summary>
    public long EndMilliseconds { get; set; }

    /// <summary>Hashes of what was sent, each one use.</summary>
    public List<string> Keys { get; set; } = [];
}
