using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>What the tasks have in common that post or announce something on a day, once.</summary>
public abstract class PostingTask<TTask>(ActivityExpressions expressions, IStringLocalizer S) : AccountTask<TTask>(expressions, S)
    where TTask : ITask
{
    /// <summary>The market's day, <c>yyyy-MM-dd</c>; today where it is empty.</summary>
    public WorkflowExpression<string> OccurredOn
    {
        get => Expression();
        set => SetProperty(value);
    }

    /// <summary>The same key never posts twice; one of the workflow's own where it is empty.</summary>
    public WorkflowExpression<string> IdempotencyKey
    {
        get => Expression();
        set => SetProperty(value);
    }

    protected async Task<string> KeyAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext, string accountId) =>
        await Expressions.OptionalTextAsync(this, IdempotencyKey, workflowContext) ?? ActivityIdentity.Key(workflowContext, activityContext, accountId);
}
