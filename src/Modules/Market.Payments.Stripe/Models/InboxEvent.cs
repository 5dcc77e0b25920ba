namespace Market.Payments.Stripe.Models;

/// <summary>Where an event stands.</summary>
public enum InboxState
{
    Waiting,
    Applied,
    Ignored,
    Held,
}

/// <summary>Something Stripe said, kept as it came before it was answered.</summary>
public class InboxEvent
{
    public required string EventId { get; set; }

    public required string Type { get; set; }

    public string? ApiVersion { get; set; }

    public bool IsLive { get; set; }

    /// <summary>When it happened, as Stripe says.</summary>
    public DateTimeOffset HappenedAt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The event as it came; empty once nobody needs it any more, since it may tell of the payer.</summary>
    public required string Json { get; set; }

    public InboxState State { get; set; }

    public HoldReason? Reason { get; set; }

    public string? Detail { get; set; }

    public int Tries { get; set; }

    /// <summary>When it is tried, while it waits.</summary>
    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>The payment it is about, once known.</summary>
    public string? PaymentId { get; set; }

    public DateTimeOffset? SettledAt { get; set; }
}
