namespace Market.Orders.Models;

/// <summary>What happens to a distribution with time.</summary>
public enum DistributionMoment
{
    /// <summary>Members may order.</summary>
    Opened,

    /// <summary>They may not for much longer.</summary>
    ClosingSoon,

    /// <summary>They may not any more.</summary>
    Closed,
}
