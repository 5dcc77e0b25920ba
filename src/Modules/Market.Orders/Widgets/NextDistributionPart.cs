using OrchardCore.ContentManagement;

namespace Market.Orders.Widgets;

/// <summary>A widget that tells when and where the next distribution is, and leads to its order form.</summary>
public sealed class NextDistributionPart : ContentPart;
