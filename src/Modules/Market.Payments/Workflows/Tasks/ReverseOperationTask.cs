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
    IStringLocalizer<ReverseOperationTask> S) : PostingTask<ReverseOperationTask>(expressions, S)
{
    public override LocalizedString DisplayText => S["Reverse Operation"];

    public WorkflowExpression<string> OperationId
    {
        get => Expression("{{ Workflow.Input.OperationId }}");
        set => SetProperty(value);
    }

    public WorkflowExpression<string> Reason
    {
        get => Expression();
        set => SetProperty(value);
    }

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Posted"], S["AlreadyPosted"], S["Refused"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var accountId = await Expressions.TextAsync(this, AccountId, workflowContext);
        var day = await Expressions.DayOrTodayAsync(this, OccurredOn, workflowContext);
        var request = new ReversalRequest
        {
            AccountId = accountId,
            OperationId = await Expressions.TextAsync(this, OperationId, workflowContext),
            Reason = await Expressions.TextAsync(this, Reason, workflowContext),
            OccurredOn = day,
            ClosedDayNote = S["Its day, {0}, is closed.", day.InWords()],
            RecordedBy = ActivityIdentity.Author(workflowContext),
            IdempotencyKey = await KeyAsync(workflowContext, activityContext, accountId),
        };
        return Outcomes(await answers.PostAsync(workflowContext, ledger => ledger.ReverseAsync(request)));
    }
}
