using System.Text.Json;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Market.Payments.Workflows;

/// <summary>Tells which loops through accounts are under way and how far they are, as their last batch was committed.</summary>
public sealed class AccountLoops(IWorkflowStore workflows, IWorkflowTypeStore types)
{
    private const int MostBroken = 10;

    /// <summary>The loops that are not done, the oldest first.</summary>
    /// <param name="withActivity">The technical name of an activity that the workflow has, like the one that sends reminders; any workflow where none is given.</param>
    public async Task<IReadOnlyList<AccountLoop>> ListRunningAsync(string? withActivity = null)
    {
        var loops = new List<AccountLoop>();
        foreach (var workflow in await workflows.ListByActivityNameAsync(nameof(ForEachAccountTask), isAlwaysCorrelated: true))
        {
            if (await types.GetAsync(workflow.WorkflowTypeId) is not { } type || (withActivity is not null && type.Activities.All(activity => activity.Name != withActivity)))
            {
                continue;
            }

            loops.AddRange(workflow.BlockingActivities
                .Where(activity => activity.Name == nameof(ForEachAccountTask))
                .Select(activity => Loop(workflow, activity.ActivityId)));
        }

        return [.. loops.OrderBy(loop => loop.StartedAt)];
    }

    /// <summary>The workflows that a fault ended and that are still kept, the newest first.</summary>
    /// <param name="withActivity">The technical name of an activity that the workflow has.</param>
    public async Task<IReadOnlyList<BrokenLoop>> ListBrokenAsync(string withActivity)
    {
        var broken = new List<BrokenLoop>();
        foreach (var type in (await types.ListAsync()).Where(type => type.Activities.Any(activity => activity.Name == withActivity)))
        {
            broken.AddRange((await workflows.ListAsync(type.WorkflowTypeId, 0, MostBroken))
                .Where(workflow => workflow.Status is WorkflowStatus.Faulted)
                .Select(workflow => new BrokenLoop(workflow.WorkflowId, workflow.FaultMessage, new DateTimeOffset(workflow.CreatedUtc, TimeSpan.Zero))));
        }

        return [.. broken.OrderByDescending(loop => loop.StartedAt)];
    }

    /// <summary>How many events led to the loop that a workflow waits in.</summary>
    public static int ChainOf(Workflow workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        return workflow.BlockingActivities
            .Where(activity => activity.Name == nameof(ForEachAccountTask))
            .Select(activity => State(workflow, activity.ActivityId).Chain)
            .DefaultIfEmpty()
            .Max();
    }

    private static AccountLoop Loop(Workflow workflow, string activityId)
    {
        var state = State(workflow, activityId);
        return new AccountLoop(
            workflow.WorkflowTypeId,
            workflow.WorkflowId,
            state.Handled,
            state.Total,
            DateTimeOffset.FromUnixTimeMilliseconds(state.StartedMs ?? new DateTimeOffset(workflow.CreatedUtc, TimeSpan.Zero).ToUnixTimeMilliseconds()));
    }

    private static AccountLoopState State(Workflow workflow, string activityId) =>
        workflow.State[nameof(WorkflowState.ActivityStates)]?[activityId]?[nameof(ForEachAccountTask.State)]?.Deserialize<AccountLoopState>() ?? new AccountLoopState();
}
