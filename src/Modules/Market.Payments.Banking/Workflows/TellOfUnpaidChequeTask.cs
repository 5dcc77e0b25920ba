using Market.Payments.Banking.Cheques;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Banking.Workflows;

/// <summary>Tells the coordinators by mail of the cheque that the event before it names.</summary>
public sealed class TellOfUnpaidChequeTask(BounceMail mail, ILogger<TellOfUnpaidChequeTask> logger, IStringLocalizer<TellOfUnpaidChequeTask> S) : TaskActivity<TellOfUnpaidChequeTask>
{
    public override LocalizedString DisplayText => S["Tell the coordinators of an unpaid cheque"];

    public override LocalizedString Category => S["Market"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Sent"], S["Skipped"], S["Failed"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if (!workflowContext.Input.TryGetValue("ChequeId", out var told) || told?.ToString() is not { Length: > 0 } chequeId)
        {
            throw new InvalidOperationException($"{DisplayText}: no event before it names a cheque; it belongs behind {S["Cheque unpaid"]}.");
        }

        switch (await mail.SendAsync(chequeId))
        {
            case BounceMailResult.Sent sent:
                workflowContext.LastResult = sent.Count;
                return Outcomes("Sent");
            case BounceMailResult.Failed failed:
                logger.LogWarning("The coordinators were not all told of the unpaid cheque {ChequeId}: {Fault}", chequeId, failed.Fault);
                workflowContext.LastResult = failed.Fault;
                return Outcomes("Failed");
            default:
                return Outcomes("Skipped");
        }
    }
}
