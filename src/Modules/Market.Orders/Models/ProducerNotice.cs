namespace Market.Orders.Models;

/// <summary>What a producer was written of a distribution's orders. A YesSql document, one a distribution and producer.</summary>
public sealed class ProducerNotice
{
    /// <summary>The distribution's content item.</summary>
    public string DistributionId { get; set; } = string.Empty;

    /// <summary>The producer's content item.</summary>
    public string ProducerId { get; set; } = string.Empty;

    /// <summary>The end of the order window that it was written for by itself, in Unix milliseconds; none where only somebody had it written.</summary>
    public long? ForClosing { get; set; }

    /// <summary>Where the last mail went.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>When the last mail was begun.</summary>
    public DateTime BegunUtc { get; set; }

    /// <summary>When it was sent; none where that is not known: it failed, or the site stopped while it was sent.</summary>
    public DateTime? SentUtc { get; set; }

    /// <summary>Why it was not sent.</summary>
    public string? Fault { get; set; }
}
