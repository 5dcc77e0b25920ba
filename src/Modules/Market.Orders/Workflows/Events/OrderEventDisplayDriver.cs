using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;

namespace Market.Orders.Workflows.Events;

/// <summary>Shows an event of orders or distributions in the workflow editor. Nothing of it is edited; the editor lists what it tells.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public sealed class OrderEventDisplayDriver<TEvent> : ActivityDisplayDriver<TEvent>
    where TEvent : OrderEvent
{
    public override IDisplayResult Edit(TEvent activity, BuildEditorContext context) =>
        Dynamic(activity.EditShape).Location("Content");
}
