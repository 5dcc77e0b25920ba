using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;

namespace Market.Payments.Reminders.Workflows;

public sealed class RemindersAskedForEventDisplayDriver : ActivityDisplayDriver<RemindersAskedForEvent>
{
    public override IDisplayResult Edit(RemindersAskedForEvent activity, BuildEditorContext context) =>
        Dynamic("RemindersAskedForEvent_Fields_Edit").Location("Content");
}
