using Market.Ledger.Postings;
using OrchardCore.ContentManagement;

namespace Market.Orders.Models;

/// <summary>Packaging on deposit, at today's deposit.</summary>
/// <param name="Id">Its content item, which operations carry.</param>
/// <param name="Name">What it is called.</param>
/// <param name="DepositMinorUnits">The deposit on one, in minor units.</param>
/// <param name="IsGivenOut">Whether it still goes out; one that is retired only comes back.</param>
public sealed record Returnable(string Id, string Name, long DepositMinorUnits, bool IsGivenOut)
{
    /// <summary>Reads a content item.</summary>
    public static Returnable Of(ContentItem item) => new(
        item.ContentItemId,
        OneLine.Of(item.DisplayText ?? string.Empty),
        item.GetOrCreate<ReturnablePart>().DepositMinorUnits,
        item.Published);
}
