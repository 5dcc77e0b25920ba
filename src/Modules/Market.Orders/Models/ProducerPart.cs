using Market.Ledger.Postings;
using OrchardCore.ContentManagement;

namespace Market.Orders.Models;

/// <summary>What the public reads about a producer; the name is the content item's title.</summary>
public sealed class ProducerPart : ContentPart
{
    /// <summary>Where the producer works.</summary>
    public string? Village { get; set => field = OneLine.OrNull(value); }

    /// <summary>Where what is ordered is written to; none where nobody is. Members do not see it.</summary>
    public string? MailAddress { get; set => field = OneLine.OrNull(value); }

    /// <summary>A few sentences about the farm.</summary>
    public string? Description { get; set; }

    /// <summary>Their story, for a page of their own: paragraphs with an empty line between.</summary>
    public string? Story { get; set; }

    /// <inheritdoc cref="ProductPart.Picture"/>
    public string? Picture { get; set => field = OneLine.OrNull(value); }
}
