namespace Market.Payments;

/// <summary>What a shop calls an order.</summary>
/// <param name="Label">What it is, in a few words and without its day, which is shown beside it: <c>Membership</c>.</param>
/// <param name="Path">The page on which its member finds it, from the site's root: <c>/memberships</c>. None where there is no such page.</param>
public sealed record OrderName(string Label, string? Path)
{
    /// <summary>The day it is for by now, where that may be another than the day of its debit, which stands in the books.</summary>
    public DateOnly? Day { get; init; }
}
