using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

public sealed class CreatePaymentLinkTaskDisplayDriver(ExpressionFaults faults) : ExpressionDisplayDriver<CreatePaymentLinkTask, CreatePaymentLinkTaskViewModel>(faults)
{
    protected override void EditActivity(CreatePaymentLinkTask activity, CreatePaymentLinkTaskViewModel model) =>
        model.AccountId = activity.AccountId.Expression;

    protected override void UpdateActivity(CreatePaymentLinkTaskViewModel model, CreatePaymentLinkTask activity) =>
        activity.AccountId = new WorkflowExpression<string>(model.AccountId?.Trim() ?? string.Empty);
}
