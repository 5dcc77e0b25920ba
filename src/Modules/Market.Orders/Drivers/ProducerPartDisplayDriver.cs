using Market.Orders.Handlers;
using Market.Orders.Models;
using Market.Orders.ViewModels;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Orders.Drivers;

/// <summary>Edits a producer.</summary>
public sealed class ProducerPartDisplayDriver(IStringLocalizer<ProducerPartDisplayDriver> S) : ContentPartDisplayDriver<ProducerPart>
{
    public override IDisplayResult Edit(ProducerPart part, BuildPartEditorContext context) =>
        Initialize<ProducerPartViewModel>(GetEditorShapeType(context), model =>
        {
            model.Village = part.Village;
            model.MailAddress = part.MailAddress;
            model.Description = part.Description;
        });

    public override async Task<IDisplayResult> UpdateAsync(ProducerPart part, UpdatePartEditorContext context)
    {
        var model = new ProducerPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        part.Village = model.Village?.Trim();
        part.MailAddress = model.MailAddress?.Trim();
        part.Description = model.Description?.Trim();
        if (ProducerPartHandler.IsWrong(part))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.MailAddress), S["This is no mail address."]);
        }

        return Edit(part, context);
    }
}
