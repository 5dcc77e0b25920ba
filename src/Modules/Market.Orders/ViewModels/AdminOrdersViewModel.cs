using Market.Orders.Models;
using Market.Payments;

namespace Market.Orders.ViewModels;

/// <summary>The orders of a distribution, as coordinators see them.</summary>
public class AdminOrdersViewModel
{
    /// <summary>The distributions to choose from, the newest first.</summary>
    public required IReadOnlyList<Distribution> Distributions { get; init; }

    /// <summary>The chosen distribution; null where there is none.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>Its orders.</summary>
    public IReadOnlyList<AdminOrderRow> Rows { get; init; } = [];

    /// <summary>That the distribution is closed; none while it is open.</summary>
    public DistributionClosure? Closure { get; init; }

    /// <summary>Whether the user may change them.</summary>
    public bool MayManage { get; init; }

    /// <summary>How many orders do not have the debit they should have.</summary>
    public int Differing => Rows.Count(row => row.Differs);
}
