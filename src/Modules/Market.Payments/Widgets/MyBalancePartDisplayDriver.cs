using Market.Payments.Liquid;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;

namespace Market.Payments.Widgets;

/// <summary>Shows the own balance of who looks.</summary>
public sealed class MyBalancePartDisplayDriver(OwnAccount own) : ContentPartDisplayDriver<MyBalancePart>
{
    public override IDisplayResult Display(MyBalancePart part, BuildPartDisplayContext context) =>
        Initialize<MyBalanceViewModel>(GetDisplayShapeType(context), async model =>
            model.Balance = await own.FindAsync() is var (_, balances) ? balances.Confirmed : null).Location("Detail", "Content");
}
