using Market.Payments.Reminders.Sending;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Payments.Reminders.Workflows;

/// <summary>Tells the coordinators of the members whose ladder has come to its end.</summary>
public sealed class SendReminderDigestTask(DigestSender sender, IStringLocalizer<SendReminderDigestTask> S) : TaskActivity<SendReminderDigestTask>
{
    public override LocalizedString DisplayText => S["Send Reminder Digest"];

    public override LocalizedString Category => S["Market"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Sent"], S["Skipped"], S["Failed"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        switch (await sender.SendAsync())
        {
            case ReminderResult.Sent sent:
                workflowContext.LastResult = sent.Count;
                return Outcomes("Sent");
            case ReminderResult.Failed failed:
                workflowContext.LastResult = failed.Fault;
                return Outcomes("Failed");
            default:
                workflowContext.LastResult = S["There is nobody to tell the coordinators of."].Value;
                return Outcomes("Skipped");
        }
    }
}
