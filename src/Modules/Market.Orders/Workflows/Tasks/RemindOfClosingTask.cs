using Market.Orders.ClosingReminders;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Orders.Workflows.Tasks;

/// <summary>Writes to members who asked for it, and have not ordered for the distribution that the event before it names.</summary>
public sealed class RemindOfClosingTask(ClosingReminderMail mail, ILogger<RemindOfClosingTask> logger, IStringLocalizer<RemindOfClosingTask> S)
    : TaskActivity<RemindOfClosingTask>
{
    public override LocalizedString DisplayText => S["Remind members that orders close"];

    public override LocalizedString Category => S["Market"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Sent"], S["Skipped"], S["Failed"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if (!workflowContext.Input.TryGetValue("DistributionId", out var told) || told?.ToString() is not { Length: > 0 } distributionId)
        {
            throw new InvalidOperationException($"{DisplayText}: no event before it names a distribution; it belongs behind {S["Distribution closes soon"]}.");
        }

        return Outcomes(MailOutcome.Of(await mail.SendAsync(distributionId), workflowContext, logger, "reminder before orders close"));
    }
}
