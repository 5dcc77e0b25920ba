using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Payments;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Orders.ViewModels;

/// <summary>The table of what a distribution has on sale.</summary>
public class OnSaleViewModel
{
    /// <summary>What was typed of each product, by product id.</summary>
    public Dictionary<string, OnSaleRow> Rows { get; set; } = [];

    /// <summary>What the list said when the form was made.</summary>
    public string? Stamp { get; set; }

    /// <summary>The distribution.</summary>
    [BindNever]
    [ValidateNever]
    public Distribution Distribution { get; set; } = null!;

    /// <summary>Whether it has a list.</summary>
    [BindNever]
    public bool HasList { get; set; }

    /// <summary>The products, by producer.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<(Producer Producer, IReadOnlyList<OnSaleProduct> Products)> Groups { get; set; } = [];

    /// <summary>The distribution whose list can be copied; none where there is none.</summary>
    [BindNever]
    [ValidateNever]
    public Distribution? Last { get; set; }

    /// <summary>Whether the form is filled with something that is not saved yet.</summary>
    [BindNever]
    public bool IsProposal { get; set; }

    /// <summary>That the distribution is closed; none while it is open.</summary>
    [BindNever]
    [ValidateNever]
    public DistributionClosure? Closure { get; set; }

    /// <summary>The market's currency.</summary>
    [BindNever]
    [ValidateNever]
    public Currency Currency { get; set; } = null!;
}

/// <summary>What is typed of a product on sale.</summary>
public class OnSaleRow
{
    /// <summary>Whether it is on sale.</summary>
    public bool On { get; set; }

    /// <summary>What it costs; a blank is the product's own price.</summary>
    public string? Price { get; set; }

    /// <summary>How many there are; a blank is no limit.</summary>
    public string? Stock { get; set; }

    /// <summary>How many one account may have; a blank is no limit.</summary>
    public string? PerAccount { get; set; }
}

/// <summary>A product in the table of what is on sale.</summary>
/// <param name="Product">The product.</param>
/// <param name="Ordered">How many are ordered, or how many grams.</param>
/// <param name="Left">How many are left; none where that is not limited.</param>
public sealed record OnSaleProduct(Product Product, long Ordered, int? Left);
