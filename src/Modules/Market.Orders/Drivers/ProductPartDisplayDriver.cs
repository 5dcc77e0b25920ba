using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Vat;
using Market.Ledger.Weights;
using Market.Orders.Corrections;
using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Orders.Shop;
using Market.Orders.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Orders.Drivers;

/// <summary>Edits a product.</summary>
public sealed class ProductPartDisplayDriver(
    Catalogue catalogue,
    IMarketTerms terms,
    ProductRules rules,
    ScaleSentences scale,
    ProductFactsForm facts,
    IRefusalSentences sentences,
    IStringLocalizer<ProductPartDisplayDriver> S) : ContentPartDisplayDriver<ProductPart>
{
    public override IDisplayResult Edit(ProductPart part, BuildPartEditorContext context) =>
        Initialize<ProductPartViewModel>(GetEditorShapeType(context), async model =>
        {
            var currency = (await terms.GetAsync()).Currency;
            model.ProducerId = part.ProducerId;
            model.Unit = part.Unit;
            model.Price = context.IsNew ? string.Empty : Typed(new Money(part.PriceMinorUnits, currency));
            model.Vat = context.IsNew ? string.Empty : VatRate.Text(part.VatBasisPoints, CultureInfo.CurrentCulture);
            model.SoldBy = part.SoldBy;
            model.PieceWeight = part.PieceGrams > 0 ? Typed(part.PieceGrams) : string.Empty;
            model.Step = part.StepGrams > 0 ? Typed(part.StepGrams) : string.Empty;
            model.Producers = await catalogue.ListProducersAsync();
            model.Currency = currency.Code;
            await facts.FillAsync(model, part);
        });

    public override async Task<IDisplayResult> UpdateAsync(ProductPart part, UpdatePartEditorContext context)
    {
        var model = new ProductPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        part.ProducerId = model.ProducerId;
        part.Unit = model.Unit?.Trim();
        if (string.IsNullOrEmpty(model.ProducerId))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.ProducerId), S["Choose the producer."]);
        }

        if (string.IsNullOrEmpty(part.Unit))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Unit), S["Say what one of it is, like 500 g or a bunch."]);
        }

        await ReadPriceAsync(part, model, context);
        ReadVat(part, model, context);
        await ReadWeightsAsync(part, model, context);
        facts.Read(part, model, Prefix, context.Updater.ModelState);
        return Edit(part, context);
    }

    private async Task ReadPriceAsync(ProductPart part, ProductPartViewModel model, UpdatePartEditorContext context)
    {
        var currency = (await terms.GetAsync()).Currency;
        var reading = AmountReader.Read(model.Price, currency);
        var fault = reading.Amount is { IsNegative: true } ? AmountFault.Negative : reading.Fault;
        if (fault is { } wrong)
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Price), sentences.For(wrong, currency));
        }
        else if (reading.Amount is { } price)
        {
            part.PriceMinorUnits = price.MinorUnits;
        }
    }

    private void ReadVat(ProductPart part, ProductPartViewModel model, UpdatePartEditorContext context)
    {
        if (VatRate.Read(model.Vat) is { } basisPoints)
        {
            part.VatBasisPoints = basisPoints;
        }
        else
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Vat), S["The VAT rate must be from 0 to 100 %, with at most two decimals."]);
        }
    }

    // What is not asked for is kept at nothing: a weight that somebody typed and then sold by the unit is none.
    private async Task ReadWeightsAsync(ProductPart part, ProductPartViewModel model, UpdatePartEditorContext context)
    {
        var errors = context.Updater.ModelState;
        part.SoldBy = model.SoldBy;
        part.PieceGrams = model.SoldBy is SoldBy.WeighedPiece ? ReadWeight(model.PieceWeight, nameof(model.PieceWeight), errors) : 0;
        part.StepGrams = model.SoldBy is SoldBy.Weight ? ReadWeight(model.Step, nameof(model.Step), errors) : 0;
        foreach (var (property, sentence) in await rules.JudgeAsync(part))
        {
            var field = property switch
            {
                nameof(part.PieceGrams) => nameof(model.PieceWeight),
                nameof(part.StepGrams) => nameof(model.Step),
                nameof(part.PriceMinorUnits) => nameof(model.Price),
                _ => property,
            };
            if (errors.GetFieldValidationState($"{Prefix}.{field}") is not ModelValidationState.Invalid)
            {
                errors.AddModelError(Prefix, field, sentence);
            }
        }
    }

    private int ReadWeight(string? text, string field, ModelStateDictionary errors)
    {
        var reading = ScaleReader.Read(text);
        if (reading.Fault is { } fault and not ScaleFault.Missing)
        {
            errors.AddModelError(Prefix, field, scale.For(fault));
        }

        return reading.Grams ?? 0;
    }

    private static string Typed(int grams) => grams.ToString(CultureInfo.CurrentCulture);

    // The amount as it is typed: the culture's comma or point, and no currency.
    private static string Typed(Money price) =>
        price.ToInvariantString().Replace(".", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal);
}
