using Market.Orders.Models;
using Market.Orders.ViewModels.Shop;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Orders.ViewModels;

/// <summary>The editor of a product.</summary>
public class ProductPartViewModel : ProductFactsViewModel
{
    /// <summary>The chosen producer.</summary>
    public string? ProducerId { get; set; }

    /// <summary>What one of it is.</summary>
    public string? Unit { get; set; }

    /// <summary>The price as it is typed.</summary>
    public string? Price { get; set; }

    /// <summary>The VAT rate as it is typed, in percent.</summary>
    public string? Vat { get; set; }

    /// <summary>What the price is the price of.</summary>
    public SoldBy SoldBy { get; set; }

    /// <summary>About what a piece weighs, as it is typed.</summary>
    public string? PieceWeight { get; set; }

    /// <summary>The steps it is ordered in, as they are typed.</summary>
    public string? Step { get; set; }

    /// <summary>The producers to choose from.</summary>
    [BindNever]
    public IReadOnlyList<Producer> Producers { get; set; } = [];

    /// <summary>The code of the price's currency.</summary>
    [BindNever]
    public string Currency { get; set; } = string.Empty;
}
