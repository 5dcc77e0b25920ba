using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Orders.Workflows.Activities;

/// <summary>What the events of orders and distributions have in common.</summary>
public abstract class OrderEvent : EventActivity
{
    private protected OrderEvent(IStringLocalizer localizer) => S = localizer;

    private protected const string TransactionEditShape = "OrderTransactionEvent_Fields_Edit";

    private protected const string DistributionEditShape = "DistributionEvent_Fields_Edit";

    /// <summary>The shape that lists what the event tells.</summary>
    public virtual string EditShape => "OrderEvent_Fields_Edit";

    /// <inheritdoc/>
    public override LocalizedString Category => S["Market"];

    private protected IStringLocalizer S { get; }

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Done"]);

    /// <inheritdoc/>
    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Done");
}
