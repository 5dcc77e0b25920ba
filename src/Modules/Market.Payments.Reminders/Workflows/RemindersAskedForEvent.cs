using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Reminders.Workflows;

/// <summary>Occurs when somebody presses <i>Send now</i>.</summary>
public sealed class RemindersAskedForEvent(IStringLocalizer<RemindersAskedForEvent> S) : EventActivity
{
    public override string Name => nameof(RemindersAskedForEvent);

    public override LocalizedString DisplayText => S["Reminders Asked For"];

    public override LocalizedString Category => S["Market"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Done"]);

    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Done");
}
