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
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Market.Orders.Deliveries;

/// <summary>Fills the page of a delivery, and reads what its form says.</summary>
public sealed class DeliveryForms(
    DeliveryService deliveries,
    OrderStore store,
    Catalogue catalogue,
    IClientAccounts accounts,
    IMarketTerms terms,
    IRefusalSentences sentences,
    ScaleSentences scale,
    IStringLocalizer<DeliveryForms> S)
{
    private const string ProductPrefix = "product:";
    private const string ProducerPrefix = "producer:";

    /// <summary>Fills what the page shows beside its form.</summary>
    public async Task FillAsync(DeliveryViewModel model, Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Distribution = distribution;
        model.Currency = (await terms.GetAsync()).Currency;
        model.Before = await deliveries.ListAsync(distribution.Id);
        var lines = (await store.ListPlacedAsync(distribution.Id)).SelectMany(order => order.Lines).ToList();
        var (products, producers) = (new SelectListGroup { Name = S["Product"] }, new SelectListGroup { Name = S["All of a producer"] });
        var names = (await catalogue.ListSellersAsync()).ToDictionary(producer => producer.Id, producer => producer.Name, StringComparer.Ordinal);
        model.Choices =
        [
            .. lines.GroupBy(line => line.ProductId, StringComparer.Ordinal)
                .Select(held => new SelectListItem($"{held.First().Name} ({held.First().Unit})", ProductPrefix + held.Key) { Group = products })
                .OrderByName(choice => choice.Text),
            .. lines.Select(line => line.ProducerId).Distinct(StringComparer.Ordinal)
                .Select(id => new SelectListItem(names.GetValueOrDefault(id, id), ProducerPrefix + id) { Group = producers })
                .OrderByName(choice => choice.Text),
        ];
    }

    /// <summary>Adds what a change comes to.</summary>
    public async Task PreviewAsync(DeliveryViewModel model, DeliveryChange change)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Plan = await deliveries.PlanAsync(model.Distribution.Id, change);
        model.Count = model.Plan.Orders.Count;
        model.SavedMinorUnits = model.Plan.SavedMinorUnits;
        model.Accounts = await accounts.FindManyAsync([.. model.Plan.Orders.Select(planned => planned.Order.AccountId)]);
    }

    /// <summary>Reads what the form says is otherwise; null, and a sentence, where it does not.</summary>
    public DeliveryChange? Read(DeliveryViewModel model, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(errors);
        if (model.Choices.All(choice => choice.Value != model.What))
        {
            errors.AddModelError(nameof(model.What), S["Choose a product or a producer that was ordered."]);
            return null;
        }

        var isProduct = model.What!.StartsWith(ProductPrefix, StringComparison.Ordinal);
        var change = isProduct
            ? new DeliveryChange(model.What[ProductPrefix.Length..], null, model.News)
            : new DeliveryChange(null, model.What[ProducerPrefix.Length..], model.News);
        if (!isProduct && model.News is not DeliveryNews.Missing)
        {
            errors.AddModelError(nameof(model.What), S["How much came and what it costs is said of one product."]);
            return null;
        }

        return model.News switch
        {
            DeliveryNews.Missing => change,
            DeliveryNews.AtMost => ReadMost(model, errors) is { } most ? change with { Most = most } : null,
            DeliveryNews.Price => ReadPrice(model, errors) is { } price ? change with { Price = price } : null,
            _ => null,
        };
    }

    private int? ReadMost(DeliveryViewModel model, ModelStateDictionary errors)
    {
        var reading = ScaleReader.Read(model.Most);
        if (reading.Fault is { } fault)
        {
            errors.AddModelError(nameof(model.Most), fault is ScaleFault.NotAWeight or ScaleFault.Missing ? S["Type how many each order has at most, or how many grams."] : scale.For(fault));
        }

        return reading.Grams;
    }

    private Money? ReadPrice(DeliveryViewModel model, ModelStateDictionary errors)
    {
        var reading = AmountReader.Read(model.Price, model.Currency);
        var fault = reading.Amount is { IsNegative: true } ? AmountFault.Negative : reading.Fault;
        if (fault is { } wrong)
        {
            errors.AddModelError(nameof(model.Price), sentences.For(wrong, model.Currency));
        }

        return fault is null ? reading.Amount : null;
    }
}
