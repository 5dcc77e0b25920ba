using OrchardCore.ContentManagement;

namespace Market.Orders.Models;

/// <summary>A distribution as pages and rules see it.</summary>
public sealed record Distribution(
    string Id,
    string Place,
    DateOnly Date,
    string CollectFrom,
    string CollectTo,
    DateTime OpensUtc,
    DateTime ClosesUtc)
{
    /// <summary>Reads a distribution's content item.</summary>
    public static Distribution Of(ContentItem item)
    {
        var part = item.GetOrCreate<DistributionPart>();
        return new Distribution(
            item.ContentItemId,
            part.Place ?? string.Empty,
            part.Date,
            part.CollectFrom ?? string.Empty,
            part.CollectTo ?? string.Empty,
            DateTime.SpecifyKind(part.OpensUtc, DateTimeKind.Utc),
            DateTime.SpecifyKind(part.ClosesUtc, DateTimeKind.Utc));
    }

    /// <summary>Where this moment lies to the order window. The window's end is outside it.</summary>
    public OrderWindow WindowAt(DateTime utc) =>
        utc < OpensUtc ? OrderWindow.NotOpenYet : utc < ClosesUtc ? OrderWindow.Open : OrderWindow.Closed;
}
