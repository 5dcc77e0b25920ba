using Market.Payments.Reminders.Services;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Market.Payments.Reminders.Workflows;

/// <summary>Sends a member the reminder that is due, if one is: the market's ladder decides, and nobody is written to twice.</summary>
public sealed class SendPaymentReminderTask(
    ReminderSender sender,
    ReminderWords words,
    IWorkflowExpressionEvaluator expressions,
    IStringLocalizer<SendPaymentReminderTask> S) : TaskActivity<SendPaymentReminderTask>
{
    public override LocalizedString DisplayText => S["Send Payment Reminder"];

    public override LocalizedString Category => S["Market"];

    public WorkflowExpression<string> AccountId
    {
        get => GetProperty(() => new WorkflowExpression<string>("{{ Workflow.Properties.AccountId }}"));
        set => SetProperty(value);
    }

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Sent"], S["Skipped"], S["Failed"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var accountId = (await expressions.EvaluateAsync(AccountId, workflowContext, null))?.Trim();
        if (string.IsNullOrEmpty(accountId))
        {
            throw new InvalidOperationException($"Send Payment Reminder: the expression for {nameof(AccountId)}, '{AccountId.Expression}', gave nothing.");
        }

        switch (await sender.SendAsync(accountId))
        {
            case ReminderResult.Sent:
                workflowContext.LastResult = "Sent";
                return Outcomes("Sent");
            case ReminderResult.Failed failed:
                workflowContext.LastResult = failed.Fault;
                return Outcomes("Failed");
            case ReminderResult.Skipped skipped:
                workflowContext.LastResult = words.Decision(skipped.Decision);
                return Outcomes("Skipped");
            case var other:
                throw new InvalidOperationException($"No outcome for {other}.");
        }
    }
}
