using Market.Ledger;
using Market.Orders.Sales;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Orders.Widgets;

/// <summary>Shows what a producer sells, and has an editor choose whose it is.</summary>
public sealed class ProducerProductsPartDisplayDriver(Catalogue catalogue, IMarketTerms terms, IStringLocalizer<ProducerProductsPartDisplayDriver> S)
    : ContentPartDisplayDriver<ProducerProductsPart>
{
    public override IDisplayResult Display(ProducerProductsPart part, BuildPartDisplayContext context) =>
        Initialize<ProducerProductsViewModel>(GetDisplayShapeType(context), async model =>
        {
            model.Producer = (await catalogue.ListProducersAsync()).FirstOrDefault(producer => producer.Id == part.ProducerId);
            model.Products = [.. (await catalogue.ListProductsAsync()).Where(product => product.ProducerId == part.ProducerId)];
            model.Currency = (await terms.GetAsync()).Currency;
        }).Location("Detail", "Content");

    public override IDisplayResult Edit(ProducerProductsPart part, BuildPartEditorContext context) =>
        Initialize<ProducerProductsViewModel>(GetEditorShapeType(context), async model =>
        {
            model.ProducerId = part.ProducerId;
            model.Producers = await catalogue.ListProducersAsync();
        });

    public override async Task<IDisplayResult> UpdateAsync(ProducerProductsPart part, UpdatePartEditorContext context)
    {
        var model = new ProducerProductsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        part.ProducerId = model.ProducerId;
        if (!(await catalogue.ListProducersAsync()).Any(producer => producer.Id == model.ProducerId))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.ProducerId), S["Choose the producer."]);
        }

        return Edit(part, context);
    }
}
