using Market.Payments.Reminders.Mails;
using Market.Payments.Reminders.Sending;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Liquid;
using OrchardCore.Modules;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Market.Payments.Reminders.Workflows;

/// <summary>Sends a member the reminder that is due, if one is: the market's ladder decides, and nobody is written to twice.</summary>
public sealed class SendPaymentReminderTask(
    ReminderSender sender,
    ReminderWords words,
    IWorkflowExpressionEvaluator evaluator,
    ILiquidTemplateManager liquid,
    ILogger<SendPaymentReminderTask> logger,
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
        switch (await SendAsync(await AccountIdAsync(workflowContext)))
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

    // Orchard would give the complaint about what is no Liquid as if it were the value.
    private async Task<string> AccountIdAsync(WorkflowExecutionContext context)
    {
        if (!liquid.Validate(AccountId.Expression, out var faults))
        {
            throw new InvalidOperationException($"{DisplayText}: the expression for {nameof(AccountId)}, '{AccountId.Expression}', is not correct Liquid: {string.Join(' ', faults)}");
        }

        return (await evaluator.EvaluateAsync(AccountId, context, null))?.Trim() is { Length: > 0 } accountId
            ? accountId
            : throw new InvalidOperationException($"{DisplayText}: the expression for {nameof(AccountId)}, '{AccountId.Expression}', gave '', which does not fit.");
    }

    // What goes wrong for one member does not end the run for all after them.
    private async Task<ReminderResult> SendAsync(string accountId)
    {
        try
        {
            return await sender.SendAsync(accountId);
        }
        catch (Exception exception) when (!exception.IsFatal())
        {
            logger.LogError(exception, "The reminder of account {AccountId} broke off.", accountId);
            return new ReminderResult.Failed(exception.Message);
        }
    }
}
