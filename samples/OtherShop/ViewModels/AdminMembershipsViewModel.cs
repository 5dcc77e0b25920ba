using Market.Payments;
using OtherShop.Models;

namespace OtherShop.ViewModels;

/// <summary>Everybody's memberships, for the coordinators.</summary>
public class AdminMembershipsViewModel
{
    /// <summary>Those that are not cancelled, the newest first.</summary>
    public required IReadOnlyList<Membership> Memberships { get; init; }

    /// <summary>Their accounts, by id.</summary>
    public required IReadOnlyDictionary<string, ClientAccount> Accounts { get; init; }

    /// <summary>The last membership of each account, which can be renewed.</summary>
    public required IReadOnlySet<string> Last { get; init; }

    /// <summary>Whether the person may also see balances, so that a name leads to its account.</summary>
    public required bool MayViewBalances { get; init; }
}
