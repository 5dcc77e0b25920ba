namespace Market.Orders.Models;

/// <summary>What a producer was written of a distribution's orders. A YesSql document, one a distribution and producer.</summary>
public sealed class ProducerNotice
{
    /// <summary>How long a mail may take; after that the site is taken to have stopped.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>A mail at which the site stops each time is not begun for ever.</summary>
    public const int MostTries = 3;

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

    /// <summary>How often it was begun without its end being known.</summary>
    public int Tries { get; set; }

    /// <summary>Why it was not sent.</summary>
    public string? Fault { get; set; }

    /// <summary>Whether the site stopped while the mail was sent, so that nobody knows whether it went out.</summary>
    public bool IsLeft(DateTime utcNow) => SentUtc is null && Fault is null && utcNow - BegunUtc >= Patience;

    /// <summary>Whether it is to be sent by itself once more: rather twice, and the mail says so, than not at all.</summary>
    public bool IsDueAgain(DateTime utcNow) => ForClosing is not null && Tries < MostTries && IsLeft(utcNow);
}
