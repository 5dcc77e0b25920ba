using Market.Ledger.Amounts;
using OrchardCore.DisplayManagement;
using OtherShop.Models;

namespace OtherShop.ViewModels;

/// <summary>A member's own memberships.</summary>
public class MembershipsViewModel
{
    /// <summary>Whether the market keeps an account for this person that takes operations.</summary>
    public required bool HasAccount { get; init; }

    /// <summary>The memberships, the newest first.</summary>
    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    /// <summary>Whether none of them runs today.</summary>
    public bool MayTake { get; init; }

    /// <summary>What one costs.</summary>
    public Money Fee { get; init; }

    /// <summary>What pays the newest one online, where it is not paid.</summary>
    public IShape? ToPay { get; init; }

    /// <summary>Why nothing was taken.</summary>
    public string? Error { get; init; }

    /// <summary>The key of the form on the page.</summary>
    public required string Key { get; init; }
}
