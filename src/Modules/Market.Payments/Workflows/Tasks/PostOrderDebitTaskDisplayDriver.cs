using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

public sealed class PostOrderDebitTaskDisplayDriver(ExpressionFaults faults) : ExpressionDisplayDriver<PostOrderDebitTask, PostOrderDebitTaskViewModel>(faults)
{
    protected override void EditActivity(PostOrderDebitTask activity, PostOrderDebitTaskViewModel model)
    {
        model.AccountId = activity.AccountId.Expression;
        model.OrderId = activity.OrderId.Expression;
        model.DistributionId = activity.DistributionId.Expression;
        model.Total = activity.Total.Expression;
        model.OccurredOn = activity.OccurredOn.Expression;
        model.IdempotencyKey = activity.IdempotencyKey.Expression;
        model.UserId = activity.UserId.Expression;
    }

    protected override void UpdateActivity(PostOrderDebitTaskViewModel model, PostOrderDebitTask activity)
    {
        activity.AccountId = new WorkflowExpression<string>(model.AccountId?.Trim() ?? string.Empty);
        activity.OrderId = new WorkflowExpression<string>(model.OrderId?.Trim() ?? string.Empty);
        activity.DistributionId = new WorkflowExpression<string>(model.DistributionId?.Trim());
        activity.Total = new WorkflowExpression<string>(model.Total?.Trim() ?? string.Empty);
        activity.OccurredOn = new WorkflowExpression<string>(model.OccurredOn?.Trim() ?? string.Empty);
        activity.IdempotencyKey = new WorkflowExpression<string>(model.IdempotencyKey?.Trim() ?? string.Empty);
        activity.UserId = new WorkflowExpression<string>(model.UserId?.Trim() ?? string.Empty);
    }
}
