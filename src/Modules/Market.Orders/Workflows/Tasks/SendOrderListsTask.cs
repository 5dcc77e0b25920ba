using Market.Orders.Lists;
using Market.Orders.Models;
using Market.Orders.Sales;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Modules;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Orders.Workflows.Tasks;

/// <summary>Writes to the producers what is ordered of them, for the distribution that the event before it names.</summary>
public sealed class SendOrderListsTask(ProducerMail mail, Distributions distributions, IClock clock, ILogger<SendOrderListsTask> logger, IStringLocalizer<SendOrderListsTask> S) : TaskActivity<SendOrderListsTask>
{
    public override LocalizedString DisplayText => S["Send producers their orders"];

    public override LocalizedString Category => S["Market"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Sent"], S["Skipped"], S["Failed"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if (!workflowContext.Input.TryGetValue("DistributionId", out var told) || told?.ToString() is not { Length: > 0 } distributionId)
        {
            throw new InvalidOperationException($"{DisplayText}: no event before it names a distribution; it belongs behind {S["Distribution closed"]}.");
        }

        // Moved later since, it will be told of again.
        if (await distributions.FindAsync(distributionId) is not { } distribution || distribution.WindowAt(clock.UtcNow) is not OrderWindow.Closed)
        {
            return Outcomes("Skipped");
        }

        var (sent, faults) = await mail.SendAllAsync(distribution);
        if (faults.Count > 0)
        {
            workflowContext.LastResult = string.Join(' ', faults);
            logger.LogWarning("Not all producers were sent their orders for the distribution {DistributionId}: {Faults}", distributionId, workflowContext.LastResult);
            return Outcomes("Failed");
        }

        workflowContext.LastResult = sent;
        return Outcomes(sent > 0 ? "Sent" : "Skipped");
    }
}
