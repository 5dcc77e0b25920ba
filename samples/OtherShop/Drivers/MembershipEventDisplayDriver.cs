using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;
using OtherShop.Workflows;

namespace OtherShop.Drivers;

/// <summary>Shows an event of memberships in the workflow editor. Nothing of it is edited; the editor lists what it tells.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public sealed class MembershipEventDisplayDriver<TEvent> : ActivityDisplayDriver<TEvent>
    where TEvent : MembershipEvent
{
    /// <inheritdoc/>
    public override IDisplayResult Edit(TEvent activity, BuildEditorContext context) =>
        Dynamic(typeof(TEvent).Name + "_Fields_Edit").Location("Content");
}
