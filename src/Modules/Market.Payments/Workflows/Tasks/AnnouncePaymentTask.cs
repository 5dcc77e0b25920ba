using Market.Ledger.Pending;
using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>Announces a payment that a workflow knows to be promised.</summary>
public sealed class AnnouncePaymentTask(
    LedgerAnswers answers,
    ActivityExpressions expressions,
    IStringLocalizer<AnnouncePaymentTask> S) : PaymentTask<AnnouncePaymentTask>(expressions, S)
{
    public override LocalizedString DisplayText => S["Announce Payment"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Done"], S["AlreadyDone"], S["Refused"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var accountId = await Expressions.TextAsync(this, AccountId, workflowContext);
        var announcement = new Announcement
        {
            AccountId = accountId,
            Amount = await Expressions.AmountAsync(this, Amount, workflowContext),
            Method = await Expressions.TextAsync(this, Method, workflowContext),
            Details = await Expressions.DetailsAsync(this, Details, workflowContext),
            OrderId = await Expressions.OptionalTextAsync(this, OrderId, workflowContext),
            Memo = await Expressions.OptionalTextAsync(this, Memo, workflowContext),
            AnnouncedOn = await Expressions.DayOrTodayAsync(this, OccurredOn, workflowContext),
            AnnouncedBy = ActivityIdentity.Author(workflowContext),
            IdempotencyKey = await KeyAsync(workflowContext, activityContext, accountId),
        };
        return Outcomes(await answers.PendAsync(workflowContext, payments => payments.AnnounceAsync(announcement)));
    }
}
