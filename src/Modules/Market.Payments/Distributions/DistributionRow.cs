namespace Market.Payments.Distributions;

/// <summary>What is kept of whether a distribution is closed.</summary>
public sealed class DistributionRow
{
    public string DistributionId { get; set; } = string.Empty;

    /// <summary>How often it was closed.</summary>
    public int Closings { get; set; }

    /// <summary>When it was closed, in Unix milliseconds; none while it is open.</summary>
    public long? ClosedMilliseconds { get; set; }

    /// <summary>Who closed it.</summary>
    public string? ClosedBy { get; set; }

    /// <summary>What others are told of it.</summary>
    public DistributionClosure? Closure() => ClosedMilliseconds is { } milliseconds
        ? new DistributionClosure(DistributionId, Closings, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), ClosedBy ?? string.Empty)
        : null;
}
