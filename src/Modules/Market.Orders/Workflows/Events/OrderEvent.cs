using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Orders.Workflows.Events;

/// <summary>What the events of orders and distributions have in common.</summary>
public abstract class OrderEvent(IStringLocalizer S) : EventActivity
{
    private protected const string TransactionEditShape = "OrderTransactionEvent_Fields_Edit";

    private protected const string DistributionEditShape = "DistributionEvent_Fields_Edit";

    /// <summary>The shape that lists what the event tells.</summary>
    public virtual string EditShape => "OrderEvent_Fields_Edit";

    public override LocalizedString Category => S["Market"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Done"]);

    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Done");
}
