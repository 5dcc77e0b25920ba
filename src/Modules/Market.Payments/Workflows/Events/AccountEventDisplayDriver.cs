using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;

namespace Market.Payments.Workflows.Events;

/// <summary>Shows an event of accounts in the workflow editor. Nothing of it is edited; the editor lists what it tells.</summary>
public sealed class AccountEventDisplayDriver<TEvent> : ActivityDisplayDriver<TEvent>
    where TEvent : AccountEvent
{
    public override IDisplayResult Edit(TEvent activity, BuildEditorContext context) =>
        Dynamic($"{ActivityName}_Fields_Edit").Location("Content");
}
