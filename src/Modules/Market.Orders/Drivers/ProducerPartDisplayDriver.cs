using Market.Orders.Models;
using Market.Orders.Shop;
using Market.Orders.ViewModels;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Orders.Drivers;

/// <summary>Edits a producer.</summary>
public sealed class ProducerPartDisplayDriver(ProducerRules rules) : ContentPartDisplayDriver<ProducerPart>
{
    public override IDisplayResult Edit(ProducerPart part, BuildPartEditorContext context) =>
        Initialize<ProducerPartViewModel>(GetEditorShapeType(context), model =>
        {
            model.Village = part.Village;
            model.MailAddress = part.MailAddress;
            model.Description = part.Description;
            model.Story = part.Story;
            model.Picture = part.Picture;
        });

    public override async Task<IDisplayResult> UpdateAsync(ProducerPart part, UpdatePartEditorContext context)
    {
        var model = new ProducerPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        part.Village = model.Village?.Trim();
        part.MailAddress = model.MailAddress?.Trim();
        part.Description = model.Description?.Trim();
        part.Story = model.Story?.Trim();
        part.Picture = model.Picture;
        foreach (var (property, sentence) in rules.Judge(part))
        {
            context.Updater.ModelState.AddModelError(Prefix, property, sentence);
        }

        return Edit(part, context);
    }
}
