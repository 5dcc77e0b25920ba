using OrchardCore.ContentManagement;

namespace Market.Payments.Widgets;

/// <summary>A widget that tells a signed-in member their balance, and nobody else anything.</summary>
public sealed class MyBalancePart : ContentPart;
