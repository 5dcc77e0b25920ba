using Market.Orders.Confirmations;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Market.Orders.Workflows.Tasks;

/// <summary>Confirms to the member, by mail, the order that the event before it names.</summary>
public sealed class SendOrderConfirmationTask(ConfirmationMail mail, ILogger<SendOrderConfirmationTask> logger, IStringLocalizer<SendOrderConfirmationTask> S)
    : TaskActivity<SendOrderConfirmationTask>
{
    public override LocalizedString DisplayText => S["Confirm an order by mail"];

    public override LocalizedString Category => S["Market"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Sent"], S["Skipped"], S["Failed"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if (!workflowContext.Input.TryGetValue("OrderId", out var told) || told?.ToString() is not { Length: > 0 } orderId)
        {
            throw new InvalidOperationException($"{DisplayText}: no event before it names an order; it belongs behind {S["Order placed"]}.");
        }

        return Outcomes(MailOutcome.Of(await mail.SendAsync(orderId), workflowContext, logger, "confirmation of an order"));
    }
}
