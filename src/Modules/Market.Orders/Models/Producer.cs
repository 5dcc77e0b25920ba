using Market.Ledger.Postings;
using Market.Orders.Shop;
using OrchardCore.ContentManagement;

namespace Market.Orders.Models;

/// <summary>A producer as pages show it.</summary>
public sealed record Producer(string Id, string Name, string Village, string Description)
{
    /// <summary>Where what is ordered is written to; empty where nobody is.</summary>
    public string MailAddress { get; init; } = string.Empty;

    /// <summary>Their story, in paragraphs.</summary>
    public IReadOnlyList<string> Story { get; init; } = [];

    /// <summary>Their picture; none where they have none.</summary>
    public Picture? Picture { get; init; }

    /// <summary>Reads a producer's content item.</summary>
    public static Producer Of(ContentItem item)
    {
        var part = item.GetOrCreate<ProducerPart>();
        return new Producer(item.ContentItemId, OneLine.Of(item.DisplayText ?? string.Empty), part.Village ?? string.Empty, part.Description ?? string.Empty)
        {
            MailAddress = part.MailAddress ?? string.Empty,
            Story = Paragraphs.Of(part.Story),
            Picture = Shop.Picture.Of(part, part.Picture),
        };
    }
}
