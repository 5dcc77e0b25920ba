using Market.Ledger;
using Market.Ledger.Postings;
using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>Posts a payment that a workflow knows to have arrived.</summary>
public sealed class RecordPaymentTask(
    LedgerAnswers answers,
    ActivityExpressions expressions,
    IStringLocalizer<RecordPaymentTask> S) : TaskActivity<RecordPaymentTask>
{
    public override LocalizedString DisplayText => S["Record Payment"];

    public override LocalizedString Category => S["Market"];

    public WorkflowExpression<string> AccountId
    {
        get => GetProperty(() => new WorkflowExpression<string>("{{ Workflow.Input.AccountId }}"));
        set => SetProperty(value);
    }

    /// <summary>In units, with a point: <c>22.40</c>.</summary>
    public WorkflowExpression<string> Amount
    {
        get => GetProperty(() => new WorkflowExpression<string>("{{ Workflow.Input.Amount }}"));
        set => SetProperty(value);
    }

    public WorkflowExpression<string> Method
    {
        get => GetProperty(() => new WorkflowExpression<string>(""));
        set => SetProperty(value);
    }

    /// <summary>One a line: the name, a colon, the value.</summary>
    public WorkflowExpression<string> Details
    {
        get => GetProperty(() => new WorkflowExpression<string>(""));
        set => SetProperty(value);
    }

    public WorkflowExpression<string> OrderId
    {
        get => GetProperty(() => new WorkflowExpression<string>(""));
        set => SetProperty(value);
    }

    public WorkflowExpression<string> Memo
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
        var posting = new Posting
        {
            AccountId = accountId,
            Kind = OperationKind.Payment,
            Amount = await expressions.AmountAsync(this, Amount, workflowContext),
            Method = await expressions.TextAsync(this, Method, workflowContext),
            Details = await expressions.DetailsAsync(this, Details, workflowContext),
            OrderId = await expressions.OptionalTextAsync(this, OrderId, workflowContext),
            Memo = await expressions.OptionalTextAsync(this, Memo, workflowContext),
            OccurredOn = await expressions.DayOrTodayAsync(this, OccurredOn, workflowContext),
            RecordedBy = ActivityIdentity.Author(workflowContext),
            IdempotencyKey = await expressions.OptionalTextAsync(this, IdempotencyKey, workflowContext) ?? ActivityIdentity.Key(workflowContext, activityContext, accountId),
        };
        return Outcomes(await answers.PostAsync(workflowContext, ledger => ledger.PostAsync(posting)));
    }
}
