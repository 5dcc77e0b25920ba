using Market.Ledger.Amounts;
using Market.Orders.Models;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Orders.Widgets;

/// <summary>What a producer sells, and the choice of the producer.</summary>
public class ProducerProductsViewModel
{
    /// <summary>The chosen producer's content item.</summary>
    public string? ProducerId { get; set; }

    /// <summary>The chosen producer; null where none is chosen, or not published.</summary>
    [BindNever]
    public Producer? Producer { get; set; }

    /// <summary>Whom an editor may choose.</summary>
    [BindNever]
    public IReadOnlyList<Producer> Producers { get; set; } = [];

    /// <summary>What the producer sells, by name.</summary>
    [BindNever]
    public IReadOnlyList<Product> Products { get; set; } = [];

    /// <summary>The currency of the prices.</summary>
    [BindNever]
    public Currency Currency { get; set; } = Currency.Euro;
}
