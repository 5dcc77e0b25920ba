namespace Market.Orders.Models;

/// <summary>What was corrected for all orders of a distribution at once. A YesSql document; never changed.</summary>
public sealed class DeliveryCorrection
{
    /// <summary>The distribution's content item.</summary>
    public string DistributionId { get; set; } = string.Empty;

    /// <summary>The key of the form that asked for it.</summary>
    public string FormKey { get; set; } = string.Empty;

    /// <summary>What was corrected: the name of the product or the producer at that time.</summary>
    public string What { get; set; } = string.Empty;

    /// <summary>Why.</summary>
    public string Reason { get; set; } = string.Empty;

    /// <summary>How many orders.</summary>
    public int Orders { get; set; }

    /// <summary>How many of them have a debit that no workflow posted.</summary>
    public int Missing { get; set; }

    /// <summary>What they cost less than before, in minor units.</summary>
    public long SavedMinorUnits { get; set; }

    /// <summary>The currency, of ISO 4217.</summary>
    public string Currency { get; set; } = string.Empty;

    /// <summary>The user who did it.</summary>
    public string UserId { get; set; } = string.Empty;

    /// <summary>When.</summary>
    public DateTime DoneUtc { get; set; }
}
