using Market.Orders.Models;

namespace Market.Orders.Widgets;

/// <summary>The next distribution.</summary>
public class NextDistributionViewModel
{
    /// <summary>The first that can be ordered for, or else the next to open; null where none is planned.</summary>
    public Distribution? Distribution { get; set; }

    /// <summary>Whether it can be ordered for now.</summary>
    public bool IsOpen { get; set; }
}
