using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Payments.Workflows.Expressions;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Events;

/// <summary>Occurs once a balance has gone below a threshold. Every balance that went down is told; the threshold, which is the site editor's, says whether it was crossed.</summary>
public sealed class BalanceBelowThresholdEvent(
    ActivityExpressions expressions,
    IMarketTerms terms,
    IStringLocalizer<BalanceBelowThresholdEvent> S) : AccountEvent(S)
{
    public override string Name => MarketEventNames.BalanceBelowThreshold;

    public override LocalizedString DisplayText => S["Balance went below a threshold"];

    /// <summary>The balance in units, with a point.</summary>
    public WorkflowExpression<string> Threshold
    {
        get => GetProperty(() => new WorkflowExpression<string>("0"));
        set => SetProperty(value);
    }

    public override async Task<bool> CanExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        try
        {
            return await IsCrossedAsync(workflowContext);
        }
        catch (InvalidOperationException)
        {
            // What is thrown here stops every workflow of the event; what is thrown while this one executes is its own fault, and told.
            return true;
        }
    }

    public override async Task<ActivityExecutionResult> ResumeAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        await IsCrossedAsync(workflowContext) ? Outcomes("Done") : Halt();

    private async Task<bool> IsCrossedAsync(WorkflowExecutionContext workflowContext)
    {
        var threshold = await expressions.AmountAsync(this, Threshold, workflowContext);
        return BalanceChange.Read(Told("Before"), Told("After"), (await terms.GetAsync()).Currency) is { } change && change.FallsBelow(threshold);

        string? Told(string name) => workflowContext.Input.TryGetValue(name, out var value) ? value?.ToString() : null;
    }
}
