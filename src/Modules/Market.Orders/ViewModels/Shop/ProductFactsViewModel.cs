using Market.Orders.Models;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Orders.ViewModels.Shop;

/// <summary>The part of a product's editor that says more than its name and price.</summary>
public class ProductFactsViewModel
{
    /// <inheritdoc cref="ProductPart.Category"/>
    public string? Category { get; set; }

    /// <inheritdoc cref="ProductPart.Labels"/>
    public string? Labels { get; set; }

    /// <inheritdoc cref="ProductPart.Note"/>
    public string? Note { get; set; }

    /// <inheritdoc cref="ProductPart.Picture"/>
    public string? Picture { get; set; }

    /// <inheritdoc cref="ProductPart.SeasonFrom"/>
    public int SeasonFrom { get; set; }

    /// <inheritdoc cref="ProductPart.SeasonTo"/>
    public int SeasonTo { get; set; }

    /// <summary>What one unit weighs, as it is typed.</summary>
    public string? UnitWeight { get; set; }

    /// <inheritdoc cref="ProductPart.ReturnableId"/>
    public string? ReturnableId { get; set; }

    /// <summary>The packaging to choose from.</summary>
    [BindNever]
    public IReadOnlyList<Returnable> Returnables { get; set; } = [];
}
