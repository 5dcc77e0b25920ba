using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Loops;

public sealed class ForEachAccountTaskDisplayDriver(ExpressionFaults faults) : ExpressionDisplayDriver<ForEachAccountTask, ForEachAccountTaskViewModel>(faults)
{
    protected override void EditActivity(ForEachAccountTask activity, ForEachAccountTaskViewModel model)
    {
        model.Criterion = activity.Criterion;
        model.Amount = activity.Amount.Expression;
        model.Days = activity.Days.Expression;
    }

    protected override void UpdateActivity(ForEachAccountTaskViewModel model, ForEachAccountTask activity)
    {
        activity.Criterion = model.Criterion;
        activity.Amount = new WorkflowExpression<string>(model.Amount?.Trim() ?? string.Empty);
        activity.Days = new WorkflowExpression<string>(model.Days?.Trim() ?? string.Empty);
    }
}
