using Market.Ledger.Pending;
using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>Gives up an announced payment.</summary>
public sealed class CancelPendingPaymentTask(
    LedgerAnswers answers,
    ActivityExpressions expressions,
    IStringLocalizer<CancelPendingPaymentTask> S) : TaskActivity<CancelPendingPaymentTask>
{
    public override LocalizedString DisplayText => S["Cancel Pending Payment"];

    public override LocalizedString Category => S["Market"];

    public WorkflowExpression<string> AccountId
    {
        get => GetProperty(() => new WorkflowExpression<string>("{{ Workflow.Input.AccountId }}"));
        set => SetProperty(value);
    }

    public WorkflowExpression<string> PendingPaymentId
    {
        get => GetProperty(() => new WorkflowExpression<string>("{{ Workflow.Input.PendingPaymentId }}"));
        set => SetProperty(value);
    }

    public WorkflowExpression<string> Reason
    {
        get => GetProperty(() => new WorkflowExpression<string>(""));
        set => SetProperty(value);
    }

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Done"], S["AlreadyDone"], S["Refused"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var cancellation = new Cancellation
        {
            AccountId = await expressions.TextAsync(this, AccountId, workflowContext),
            PendingPaymentId = await expressions.TextAsync(this, PendingPaymentId, workflowContext),
            Reason = await expressions.TextAsync(this, Reason, workflowContext),
            CancelledBy = ActivityIdentity.Author(workflowContext),
        };
        return Outcomes(await answers.PendAsync(workflowContext, payments => payments.CancelAsync(cancellation)));
    }
}
