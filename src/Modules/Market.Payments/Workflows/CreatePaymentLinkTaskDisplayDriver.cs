using Market.Payments.ViewModels;
using OrchardCore.Workflows.Display;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows;

public sealed class CreatePaymentLinkTaskDisplayDriver : ActivityDisplayDriver<CreatePaymentLinkTask, CreatePaymentLinkTaskViewModel>
{
    protected override void EditActivity(CreatePaymentLinkTask activity, CreatePaymentLinkTaskViewModel model) =>
        model.AccountId = activity.AccountId.Expression;

    protected override void UpdateActivity(CreatePaymentLinkTaskViewModel model, CreatePaymentLinkTask activity) =>
        activity.AccountId = new WorkflowExpression<string>(model.AccountId.Trim());
}
