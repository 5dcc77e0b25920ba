using OrchardCore.ContentManagement;

namespace Market.Orders.Widgets;

/// <summary>A widget that lists what a producer sells.</summary>
public sealed class ProducerProductsPart : ContentPart
{
    /// <summary>The content item of the producer.</summary>
    public string? ProducerId { get; set; }
}
