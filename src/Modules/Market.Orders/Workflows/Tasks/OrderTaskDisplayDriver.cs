using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Display;

namespace Market.Orders.Workflows.Tasks;

/// <summary>Shows a task in the workflow editor. Nothing of it is edited.</summary>
/// <typeparam name="TActivity">The task.</typeparam>
public sealed class OrderTaskDisplayDriver<TActivity> : ActivityDisplayDriver<TActivity>
    where TActivity : class, IActivity
{
    public override IDisplayResult Edit(TActivity activity, BuildEditorContext context) =>
        Dynamic($"{typeof(TActivity).Name}_Fields_Edit").Location("Content");
}
