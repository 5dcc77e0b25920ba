using Market.Ledger.Postings;
using Market.Ledger.Vat;
using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>
/// Brings an order's debit to its total, in the unit of work that raised the event: it posts the debit, the difference of a change, and all
/// of it back. It only asks the ledger and takes the way of the answer; the answer also stands in the workflow's output, for the module
/// that placed the order.
/// </summary>
public sealed class PostOrderDebitTask(
    LedgerAnswers answers,
    ActivityExpressions expressions,
    IStringLocalizer<PostOrderDebitTask> S) : AccountTask<PostOrderDebitTask>(expressions, S)
{
    public override LocalizedString DisplayText => S["Post Order Debit"];

    public WorkflowExpression<string> OrderId
    {
        get => Expression("{{ Workflow.Input.OrderId }}");
        set => SetProperty(value);
    }

    public WorkflowExpression<string> DistributionId
    {
        get => Expression("{{ Workflow.Input.DistributionId }}");
        set => SetProperty(value);
    }

    /// <summary>The order's total in units, with a point: <c>22.40</c>; 0 takes the debit back.</summary>
    public WorkflowExpression<string> Total
    {
        get => Expression("{{ Workflow.Input.Total }}");
        set => SetProperty(value);
    }

    /// <summary>
    /// What the total is for by rates of VAT, one a line: the rate in percent, a colon, and what is sold at it in units, VAT included, like
    /// <c>5.5: 12.40</c>. The total is split in their proportions; empty where nobody knows.
    /// </summary>
    public WorkflowExpression<string> Vat
    {
        get => Expression("{{ Workflow.Input.Vat }}");
        set => SetProperty(value);
    }

    /// <summary>Why what was ordered costs something else than was agreed; empty where it does not.</summary>
    public WorkflowExpression<string> Correction
    {
        get => Expression("{{ Workflow.Input.Correction }}");
        set => SetProperty(value);
    }

    /// <summary>The market's day, <c>yyyy-MM-dd</c>.</summary>
    public WorkflowExpression<string> OccurredOn
    {
        get => Expression("{{ Workflow.Input.OccurredOn }}");
        set => SetProperty(value);
    }

    /// <summary>One key for each state of the order: the same key never posts twice.</summary>
    public WorkflowExpression<string> IdempotencyKey
    {
        get => Expression("{{ Workflow.Input.IdempotencyKey }}");
        set => SetProperty(value);
    }

    /// <summary>Who placed or changed the order.</summary>
    public WorkflowExpression<string> UserId
    {
        get => Expression("{{ Workflow.Input.UserId }}");
        set => SetProperty(value);
    }

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Posted"], S["AlreadyPosted"], S["Unchanged"], S["Refused"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var day = await Expressions.DayAsync(this, OccurredOn, workflowContext);
        var total = await Expressions.AmountAsync(this, Total, workflowContext);
        var rates = await Expressions.RatesAsync(this, Vat, workflowContext);
        var debit = new OrderDebit
        {
            AccountId = await Expressions.TextAsync(this, AccountId, workflowContext),
            OrderId = await Expressions.TextAsync(this, OrderId, workflowContext),
            DistributionId = await Expressions.OptionalTextAsync(this, DistributionId, workflowContext),
            Total = total,
            Vat = rates.Count == 0 ? null : VatSplit.OfTotal(total, rates),
            Correction = await Expressions.OptionalTextAsync(this, Correction, workflowContext),
            OccurredOn = day,
            ClosedDayNote = S["Its day, {0}, is closed.", day.InWords()],
            RecordedBy = await Expressions.TextAsync(this, UserId, workflowContext),
            IdempotencyKey = await Expressions.TextAsync(this, IdempotencyKey, workflowContext),
        };
        return Outcomes(await answers.PostAsync(workflowContext, ledger => ledger.SetOrderDebitAsync(debit)));
    }
}
