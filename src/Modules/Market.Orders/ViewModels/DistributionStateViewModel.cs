namespace Market.Orders.ViewModels;

/// <summary>Whether a distribution of the admin's list is closed.</summary>
public class DistributionStateViewModel
{
    /// <summary>The distribution.</summary>
    public string DistributionId { get; set; } = string.Empty;

    /// <summary>Whether it is closed.</summary>
    public bool IsClosed { get; set; }
}
