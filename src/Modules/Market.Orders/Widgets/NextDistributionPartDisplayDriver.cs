using Market.Orders.Sales;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;

namespace Market.Orders.Widgets;

/// <summary>Shows the next distribution.</summary>
public sealed class NextDistributionPartDisplayDriver(Distributions distributions) : ContentPartDisplayDriver<NextDistributionPart>
{
    public override IDisplayResult Display(NextDistributionPart part, BuildPartDisplayContext context) =>
        Initialize<NextDistributionViewModel>(GetDisplayShapeType(context), async model =>
        {
            var open = await distributions.ListOpenAsync();
            model.IsOpen = open.Count > 0;
            model.Distribution = model.IsOpen ? open[0] : await distributions.FindNextAsync();
        }).Location("Detail", "Content");
}
