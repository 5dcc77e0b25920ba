using Market.Ledger.Distributions;

namespace Market.Payments.Counter.Models;

/// <summary>A distribution's closing as it was sealed, and whether it was opened again. A YesSql document.</summary>
public sealed class ClosedDistribution
{
    /// <summary>What was sealed: never changed.</summary>
    public required DistributionClosing Closing { get; set; }

    /// <summary>Where the distribution took place, as it was called when it was closed.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>The key of the form that closed it.</summary>
    public string FormKey { get; set; } = string.Empty;

    /// <summary>When it was opened again, in UTC; none while it is closed.</summary>
    public DateTime? ReopenedUtc { get; set; }

    /// <summary>Who opened it again.</summary>
    public string? ReopenedBy { get; set; }

    /// <summary>Why it was opened again.</summary>
    public string? ReopenReason { get; set; }

    /// <summary>The key of the form that opened it again.</summary>
    public string? ReopenFormKey { get; set; }
}
