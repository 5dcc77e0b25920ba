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
    IStringLocalizer<CancelPendingPaymentTask> S) : AccountTask<CancelPendingPaymentTask>(expressions, S)
{
    public override LocalizedString DisplayText => S["Cancel Pending Payment"];

    public WorkflowExpression<string> PendingPaymentId
    {
        get => Expression("{{ Workflow.Input.PendingPaymentId }}");
        set => SetProperty(value);
    }

    public WorkflowExpression<string> Reason
    {
        get => Expression();
        set => SetProperty(value);
    }

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Done"], S["AlreadyDone"], S["Refused"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var cancellation = new Cancellation
        {
            AccountId = await Expressions.TextAsync(this, AccountId, workflowContext),
            PendingPaymentId = await Expressions.TextAsync(this, PendingPaymentId, workflowContext),
            Reason = await Expressions.TextAsync(this, Reason, workflowContext),
            CancelledBy = ActivityIdentity.Author(workflowContext),
        };
        return Outcomes(await answers.PendAsync(workflowContext, payments => payments.CancelAsync(cancellation)));
    }
}
