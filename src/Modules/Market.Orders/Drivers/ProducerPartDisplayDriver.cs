using Market.Orders.Models;
using Market.Orders.ViewModels;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;

namespace Market.Orders.Drivers;

/// <summary>Edits a producer.</summary>
public sealed class ProducerPartDisplayDriver : ContentPartDisplayDriver<ProducerPart>
{
    public override IDisplayResult Edit(ProducerPart part, BuildPartEditorContext context) =>
        Initialize<ProducerPartViewModel>(GetEditorShapeType(context), model =>
        {
            model.Village = part.Village;
            model.Description = part.Description;
        });

    public override async Task<IDisplayResult> UpdateAsync(ProducerPart part, UpdatePartEditorContext context)
    {
        var model = new ProducerPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        part.Village = model.Village?.Trim();
        part.Description = model.Description?.Trim();
        return Edit(part, context);
    }
}
