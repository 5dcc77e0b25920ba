using System.Globalization;
using Market.Ledger.Weights;
using Market.Orders.Corrections;
using Market.Orders.Models;
using Market.Orders.Returnables;
using Market.Orders.ViewModels.Shop;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Orders.Shop;

/// <summary>The part of a product's editor that says more than its name and price.</summary>
public sealed class ProductFactsForm(ProductFactsRules rules, ReturnableList returnables, ScaleSentences scale)
{
    /// <summary>Fills the editor.</summary>
    public async Task FillAsync(ProductFactsViewModel model, ProductPart part)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(part);
        model.Category = part.Category;
        model.Labels = part.Labels;
        model.Note = part.Note;
        model.Picture = part.Picture;
        model.SeasonFrom = part.SeasonFrom;
        model.SeasonTo = part.SeasonTo;
        model.UnitWeight = part.UnitGrams > 0 ? part.UnitGrams.ToString(CultureInfo.CurrentCulture) : string.Empty;
        model.ReturnableId = part.ReturnableId;
        model.Returnables = await returnables.ListAsync();
    }

    /// <summary>Reads the editor, with a sentence at the field for each thing wrong.</summary>
    public void Read(ProductPart part, ProductFactsViewModel model, string prefix, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(model);
        part.Category = model.Category;
        part.Labels = model.Labels;
        part.Note = model.Note;
        part.Picture = model.Picture?.Trim();
        part.SeasonFrom = model.SeasonFrom;
        part.SeasonTo = model.SeasonTo;
        part.ReturnableId = string.IsNullOrEmpty(model.ReturnableId) ? null : model.ReturnableId;
        var weight = ScaleReader.Read(model.UnitWeight);
        part.UnitGrams = weight.Grams ?? 0;
        if (weight.Fault is { } fault and not ScaleFault.Missing)
        {
            errors.AddModelError(prefix, nameof(model.UnitWeight), scale.For(fault));
        }

        foreach (var (property, sentence) in rules.Judge(part))
        {
            errors.AddModelError(prefix, property == nameof(part.UnitGrams) ? nameof(model.UnitWeight) : property, sentence);
        }
    }
}
