using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;

namespace Market.Payments.Reminders.Workflows;

public sealed class SendReminderDigestTaskDisplayDriver : ActivityDisplayDriver<SendReminderDigestTask>
{
    public override IDisplayResult Edit(SendReminderDigestTask activity, BuildEditorContext context) =>
        Dynamic("SendReminderDigestTask_Fields_Edit").Location("Content");
}
