using OrchardCore.Workflows.Models;

namespace Market.Payments.Workflows.Tasks;

/// <summary>What a task posts under, where the site editor says nothing.</summary>
internal static class ActivityIdentity
{
    /// <summary>
    /// One key for each account and each time this place of the workflow is come to for an event: told again, or gone on after a crash,
    /// the task asks for the same.
    /// </summary>
    public static string Key(WorkflowExecutionContext workflow, ActivityContext activity, string accountId)
    {
        var occasion = workflow.Input.TryGetValue("EventId", out var eventId) && eventId?.ToString() is { Length: > 0 } id ? id : workflow.WorkflowId;
        return $"workflow:{occasion}:{activity.ActivityRecord.ActivityId}:{accountId}";
    }

    /// <summary>Who posts: the workflow.</summary>
    public static string Author(WorkflowExecutionContext workflow) => $"workflow {workflow.WorkflowType.WorkflowTypeId}";
}
