using Market.Payments.ViewModels;
using OrchardCore.Workflows.Display;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows;

public sealed class CancelPendingPaymentTaskDisplayDriver : ActivityDisplayDriver<CancelPendingPaymentTask, CancelPendingPaymentTaskViewModel>
{
    protected override void EditActivity(CancelPendingPaymentTask activity, CancelPendingPaymentTaskViewModel model)
    {
        model.AccountId = activity.AccountId.Expression;
        model.PendingPaymentId = activity.PendingPaymentId.Expression;
        model.Reason = activity.Reason.Expression;
    }

    protected override void UpdateActivity(CancelPendingPaymentTaskViewModel model, CancelPendingPaymentTask activity)
    {
        activity.AccountId = new WorkflowExpression<string>(model.AccountId.Trim());
        activity.PendingPaymentId = new WorkflowExpression<string>(model.PendingPaymentId.Trim());
        activity.Reason = new WorkflowExpression<string>(model.Reason.Trim());
    }
}
