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
    IStringLocalizer<RecordPaymentTask> S) : PaymentTask<RecordPaymentTask>(expressions, S)
{
    public override LocalizedString DisplayText => S["Record Payment"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Posted"], S["AlreadyPosted"], S["Refused"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var accountId = await Expressions.TextAsync(this, AccountId, workflowContext);
        var day = await Expressions.DayOrTodayAsync(this, OccurredOn, workflowContext);
        var posting = new Posting
        {
            AccountId = accountId,
            Kind = OperationKind.Payment,
            Amount = await Expressions.AmountAsync(this, Amount, workflowContext),
            Method = await Expressions.TextAsync(this, Method, workflowContext),
            Details = await Expressions.DetailsAsync(this, Details, workflowContext),
            OrderId = await Expressions.OptionalTextAsync(this, OrderId, workflowContext),
            Memo = await Expressions.OptionalTextAsync(this, Memo, workflowContext),
            OccurredOn = day,
            ClosedDayNote = S["Its day, {0}, is closed.", day.InWords()],
            RecordedBy = ActivityIdentity.Author(workflowContext),
            IdempotencyKey = await KeyAsync(workflowContext, activityContext, accountId),
        };
        return Outcomes(await answers.PostAsync(workflowContext, ledger => ledger.PostAsync(posting)));
    }
}
