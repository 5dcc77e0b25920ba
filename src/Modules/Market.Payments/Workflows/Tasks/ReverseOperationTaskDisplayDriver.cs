using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

public sealed class ReverseOperationTaskDisplayDriver(ExpressionFaults faults) : ExpressionDisplayDriver<ReverseOperationTask, ReverseOperationTaskViewModel>(faults)
{
    protected override void EditActivity(ReverseOperationTask activity, ReverseOperationTaskViewModel model)
    {
        model.AccountId = activity.AccountId.Expression;
        model.OperationId = activity.OperationId.Expression;
        model.Reason = activity.Reason.Expression;
        model.OccurredOn = activity.OccurredOn.Expression;
        model.IdempotencyKey = activity.IdempotencyKey.Expression;
    }

    protected override void UpdateActivity(ReverseOperationTaskViewModel model, ReverseOperationTask activity)
    {
        activity.AccountId = new WorkflowExpression<string>(model.AccountId?.Trim() ?? string.Empty);
        activity.OperationId = new WorkflowExpression<string>(model.OperationId?.Trim() ?? string.Empty);
        activity.Reason = new WorkflowExpression<string>(model.Reason?.Trim() ?? string.Empty);
        activity.OccurredOn = new WorkflowExpression<string>(model.OccurredOn?.Trim() ?? string.Empty);
        activity.IdempotencyKey = new WorkflowExpression<string>(model.IdempotencyKey?.Trim() ?? string.Empty);
    }
}
