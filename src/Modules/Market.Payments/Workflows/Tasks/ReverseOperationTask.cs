using Market.Ledger.Postings;
using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>Reverses an operation, once.</summary>
public sealed class ReverseOperationTask(
    LedgerAnswers answers,
    ActivityExpressions expressions,
    IStringLocalizer<ReverseOperationTask> S) : TaskActivity<ReverseOperationTask>
{
    public override LocalizedString DisplayText => S["Reverse Operation"];

    public override LocalizedString Category => S["Market"];

    public WorkflowExpression<string> AccountId
    {
        get => GetProperty(() => new WorkflowExpression<string>("{{ Workflow.Input.AccountId }}"));
        set => SetProperty(value);
    }

    public WorkflowExpression<string> OperationId
    {
        get => GetProperty(() => new WorkflowExpression<string>("{{ Workflow.Input.OperationId }}"));
        set => SetProperty(value);
    }

    public WorkflowExpression<string> Reason
    {
        get => GetProperty(() => new WorkflowExpression<string>(""));
        set => SetProperty(value);
    }

    /// <summary>The market's day, <c>yyyy-MM-dd</c>; today where it is empty.</summary>
    public WorkflowExpression<string> OccurredOn
    {
        get => GetProperty(() => new WorkflowExpression<string>(""));
        set => SetProperty(value);
    }

    /// <summary>The same key never posts twice.</summary>
    public WorkflowExpression<string> IdempotencyKey
    {
        get => GetProperty(() => new WorkflowExpression<string>(""));
        set => SetProperty(value);
    }

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Posted"], S["AlreadyPosted"], S["Refused"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var accountId = await expressions.TextAsync(this, AccountId, workflowContext);
        var request = new ReversalRequest
        {
            AccountId = accountId,
            OperationId = await expressions.TextAsync(this, OperationId, workflowContext),
            Reason = await expressions.TextAsync(this, Reason, workflowContext),
            OccurredOn = await expressions.DayOrTodayAsync(this, OccurredOn, workflowContext),
            RecordedBy = ActivityIdentity.Author(workflowContext),
            IdempotencyKey = await expressions.OptionalTextAsync(this, IdempotencyKey, workflowContext) ?? ActivityIdentity.Key(workflowContext, activityContext, accountId),
        };
        return Outcomes(await answers.PostAsync(workflowContext, ledger => ledger.ReverseAsync(request)));
    }
}
