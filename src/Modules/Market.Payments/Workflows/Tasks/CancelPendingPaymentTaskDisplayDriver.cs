using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

public sealed class CancelPendingPaymentTaskDisplayDriver(ExpressionFaults faults) : ExpressionDisplayDriver<CancelPendingPaymentTask, CancelPendingPaymentTaskViewModel>(faults)
{
    protected override void EditActivity(CancelPendingPaymentTask activity, CancelPendingPaymentTaskViewModel model)
    {
        model.AccountId = activity.AccountId.Expression;
        model.PendingPaymentId = activity.PendingPaymentId.Expression;
        model.Reason = activity.Reason.Expression;
    }

    protected override void UpdateActivity(CancelPendingPaymentTaskViewModel model, CancelPendingPaymentTask activity)
    {
        activity.AccountId = new WorkflowExpression<string>(model.AccountId?.Trim() ?? string.Empty);
        activity.PendingPaymentId = new WorkflowExpression<string>(model.PendingPaymentId?.Trim() ?? string.Empty);
        activity.Reason = new WorkflowExpression<string>(model.Reason?.Trim() ?? string.Empty);
    }
}
