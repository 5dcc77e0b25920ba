using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Counter.Workflows;

/// <summary>Occurs once a distribution is closed: what was due and what was paid is settled. The end of its order window is another event.</summary>
public sealed class DistributionValidatedEvent(IStringLocalizer<DistributionValidatedEvent> S) : EventActivity
{
    public override string Name => nameof(DistributionValidatedEvent);

    public override LocalizedString DisplayText => S["Distribution validated"];

    public override LocalizedString Category => S["Market"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Done"]);

    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Done");
}
