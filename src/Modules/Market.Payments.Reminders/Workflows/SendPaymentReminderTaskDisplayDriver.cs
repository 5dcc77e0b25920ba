using Market.Payments.Reminders.ViewModels;
using Market.Payments.Workflows;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Reminders.Workflows;

public sealed class SendPaymentReminderTaskDisplayDriver(ExpressionFaults faults) : ExpressionDisplayDriver<SendPaymentReminderTask, SendPaymentReminderTaskViewModel>(faults)
{
    protected override void EditActivity(SendPaymentReminderTask activity, SendPaymentReminderTaskViewModel model) =>
        model.AccountId = activity.AccountId.Expression;

    protected override void UpdateActivity(SendPaymentReminderTaskViewModel model, SendPaymentReminderTask activity) =>
        activity.AccountId = new WorkflowExpression<string>(model.AccountId?.Trim() ?? string.Empty);
}
