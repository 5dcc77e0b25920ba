using Market.Orders.Confirmations;
using Microsoft.Extensions.Logging;
using OrchardCore.Workflows.Models;

namespace Market.Orders.Workflows.Tasks;

/// <summary>Answers a workflow what became of mails: the outcome, and how many went out or why not as the last result.</summary>
internal static class MailOutcome
{
    public static string Of(MailResult result, WorkflowExecutionContext workflow, ILogger logger, string what)
    {
        if (result.Fault is { } fault)
        {
            logger.LogWarning("A {Mail} did not go out: {Fault}", what, fault);
            workflow.LastResult = fault;
            return "Failed";
        }

        workflow.LastResult = result.Sent;
        return result.Sent > 0 ? "Sent" : "Skipped";
    }
}
