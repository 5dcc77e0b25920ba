using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

public sealed class RecordPaymentTaskDisplayDriver(ExpressionFaults faults) : ExpressionDisplayDriver<RecordPaymentTask, RecordPaymentTaskViewModel>(faults)
{
    protected override void EditActivity(RecordPaymentTask activity, RecordPaymentTaskViewModel model)
    {
        model.AccountId = activity.AccountId.Expression;
        model.Amount = activity.Amount.Expression;
        model.Method = activity.Method.Expression;
        model.Details = activity.Details.Expression;
        model.OrderId = activity.OrderId.Expression;
        model.Memo = activity.Memo.Expression;
        model.OccurredOn = activity.OccurredOn.Expression;
        model.IdempotencyKey = activity.IdempotencyKey.Expression;
    }

    protected override void UpdateActivity(RecordPaymentTaskViewModel model, RecordPaymentTask activity)
    {
        activity.AccountId = new WorkflowExpression<string>(model.AccountId?.Trim() ?? string.Empty);
        activity.Amount = new WorkflowExpression<string>(model.Amount?.Trim() ?? string.Empty);
        activity.Method = new WorkflowExpression<string>(model.Method?.Trim() ?? string.Empty);
        activity.Details = new WorkflowExpression<string>(model.Details?.Trim() ?? string.Empty);
        activity.OrderId = new WorkflowExpression<string>(model.OrderId?.Trim() ?? string.Empty);
        activity.Memo = new WorkflowExpression<string>(model.Memo?.Trim() ?? string.Empty);
        activity.OccurredOn = new WorkflowExpression<string>(model.OccurredOn?.Trim() ?? string.Empty);
        activity.IdempotencyKey = new WorkflowExpression<string>(model.IdempotencyKey?.Trim() ?? string.Empty);
    }
}
