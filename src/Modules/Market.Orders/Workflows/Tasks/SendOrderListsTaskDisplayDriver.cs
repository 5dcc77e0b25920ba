using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;

namespace Market.Orders.Workflows.Tasks;

/// <summary>Shows the task in the workflow editor. Nothing of it is edited.</summary>
public sealed class SendOrderListsTaskDisplayDriver : ActivityDisplayDriver<SendOrderListsTask>
{
    public override IDisplayResult Edit(SendOrderListsTask activity, BuildEditorContext context) =>
        Dynamic("SendOrderListsTask_Fields_Edit").Location("Content");
}
