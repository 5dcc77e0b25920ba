using Market.Payments.Banking.Cheques;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Banking.Workflows;

/// <summary>Occurs once a cheque is noted as unpaid and its credit is reversed.</summary>
public sealed class ChequeBouncedEvent(IStringLocalizer<ChequeBouncedEvent> S) : EventActivity
{
    public override string Name => BounceDesk.EventName;

    public override LocalizedString DisplayText => S["Cheque unpaid"];

    public override LocalizedString Category => S["Market"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Done"]);

    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Done");
}
