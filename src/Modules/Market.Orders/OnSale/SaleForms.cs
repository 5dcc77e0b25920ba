using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Weights;
using Market.Orders.Corrections;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Market.Orders.OnSale;

/// <summary>Fills the table of what is on sale, and reads what was typed into it.</summary>
public sealed class SaleForms(
    SaleLists lists,
    OrderStore orders,
    Catalogue catalogue,
    IMarketTerms terms,
    IDistributionState state,
    IRefusalSentences sentences,
    ScaleSentences scale,
    IStringLocalizer<SaleForms> S)
{
    /// <summary>Stands for all products where a list to start from is asked for.</summary>
    public const string FromAll = "all";

    /// <summary>The most of one product that can be on sale.</summary>
    public const int MaxStock = 999_999;

    /// <summary>Fills what the table shows beside what is typed into it.</summary>
    public async Task FillAsync(OnSaleViewModel model, Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(distribution);
        var listed = (await lists.ListAsync(distribution.Id)).ToDictionary(item => item.ProductId, StringComparer.Ordinal);
        var ordered = SaleLists.CountOrdered(await orders.ListPlacedAsync(distribution.Id));
        var producers = (await catalogue.ListProducersAsync()).ToDictionary(producer => producer.Id, StringComparer.Ordinal);
        model.Distribution = distribution;
        model.Currency = (await terms.GetAsync()).Currency;
        model.Closure = await state.FindAsync(distribution.Id);
        model.HasList = listed.Count > 0;
        model.Last = await lists.FindLastAsync(distribution);
        model.Stamp ??= SaleLists.StampOf(listed.Values);
        model.Groups =
        [
            .. (await catalogue.ListProductsAsync()).GroupBy(product => product.ProducerId, StringComparer.Ordinal).Select(group => (
                producers[group.Key],
                (IReadOnlyList<OnSaleProduct>)[.. group.Select(product => new OnSaleProduct(product, ordered.GetValueOrDefault(product.Id), listed.GetValueOrDefault(product.Id)?.Left))])),
        ];
    }

    /// <summary>Puts into the form what the distribution has on sale, or what it is to start from.</summary>
    /// <param name="model">The table, filled.</param>
    /// <param name="from">The distribution whose list is copied, or <see cref="FromAll"/>; none for the distribution's own.</param>
    public async Task PresentAsync(OnSaleViewModel model, string? from)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.IsProposal = !string.IsNullOrEmpty(from);
        var source = from switch { FromAll => [], null or "" => await lists.ListAsync(model.Distribution.Id), _ => await lists.ListAsync(from) };
        var items = source.ToDictionary(item => item.ProductId, StringComparer.Ordinal);
        model.Rows = model.Groups.SelectMany(group => group.Products).ToDictionary(
            row => row.Product.Id,
            row => items.GetValueOrDefault(row.Product.Id) is { } item
                ? new OnSaleRow
                {
                    On = true,
                    Price = item.PriceMinorUnits is { } price ? new Money(price, model.Currency).ForInput() : null,
                    Stock = item.Stock?.ToString(CultureInfo.InvariantCulture),
                    PerAccount = item.PerAccount?.ToString(CultureInfo.InvariantCulture),
                }
                : new OnSaleRow { On = items.Count == 0 },
            StringComparer.Ordinal);
    }

    /// <summary>Reads what was typed, with a sentence at each field that is wrong.</summary>
    public IReadOnlyList<SaleItem> Read(OnSaleViewModel model, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(errors);
        var items = new List<SaleItem>();
        foreach (var product in model.Groups.SelectMany(group => group.Products).Select(row => row.Product))
        {
            if (model.Rows.GetValueOrDefault(product.Id) is { On: true } row)
            {
                var field = $"{nameof(model.Rows)}[{product.Id}].";
                items.Add(new SaleItem
                {
                    ProductId = product.Id,
                    PriceMinorUnits = ReadPrice(row.Price, model.Currency, field + nameof(row.Price), errors),
                    Stock = ReadCount(row.Stock, product.SoldBy, least: 0, field + nameof(row.Stock), errors),
                    PerAccount = ReadCount(row.PerAccount, product.SoldBy, least: 1, field + nameof(row.PerAccount), errors),
                });
            }
        }

        if (items.Count == 0)
        {
            errors.AddModelError(string.Empty, S["Choose at least one product."]);
        }

        return items;
    }

    private long? ReadPrice(string? text, Currency currency, string field, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var reading = AmountReader.Read(text, currency);
        var fault = reading.Amount is { IsNegative: true } ? AmountFault.Negative : reading.Fault;
        if (fault is { } wrong)
        {
            errors.AddModelError(field, sentences.For(wrong, currency));
        }

        return reading.Amount?.MinorUnits;
    }

    private int? ReadCount(string? text, SoldBy soldBy, int least, string field, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var reading = soldBy is SoldBy.Weight ? ScaleReader.Read(text) : default;
        if (reading.Fault is { } fault)
        {
            errors.AddModelError(field, scale.For(fault));
            return null;
        }

        var count = reading.Grams ?? (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pieces) ? pieces : -1);
        if (count < least || count > MaxStock)
        {
            errors.AddModelError(field, S["Type a whole number from {0} to {1}, or nothing.", least, MaxStock]);
        }

        return count;
    }
}
