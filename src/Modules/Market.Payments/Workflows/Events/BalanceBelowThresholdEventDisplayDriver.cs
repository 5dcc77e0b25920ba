using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Events;

public sealed class BalanceBelowThresholdEventDisplayDriver(ExpressionFaults faults) : ExpressionDisplayDriver<BalanceBelowThresholdEvent, BalanceBelowThresholdEventViewModel>(faults)
{
    protected override void EditActivity(BalanceBelowThresholdEvent activity, BalanceBelowThresholdEventViewModel model) =>
        model.Threshold = activity.Threshold.Expression;

    protected override void UpdateActivity(BalanceBelowThresholdEventViewModel model, BalanceBelowThresholdEvent activity) =>
        activity.Threshold = new WorkflowExpression<string>(model.Threshold?.Trim() ?? string.Empty);
}
