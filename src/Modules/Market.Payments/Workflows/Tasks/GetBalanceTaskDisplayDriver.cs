using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

public sealed class GetBalanceTaskDisplayDriver(ExpressionFaults faults) : ExpressionDisplayDriver<GetBalanceTask, GetBalanceTaskViewModel>(faults)
{
    protected override void EditActivity(GetBalanceTask activity, GetBalanceTaskViewModel model) =>
        model.AccountId = activity.AccountId.Expression;

    protected override void UpdateActivity(GetBalanceTaskViewModel model, GetBalanceTask activity) =>
        activity.AccountId = new WorkflowExpression<string>(model.AccountId?.Trim() ?? string.Empty);
}
