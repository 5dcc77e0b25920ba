using System.Text.Json;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Market.Payments.Workflows.Loops;

public sealed class AccountLoops(IWorkflowStore workflows, IWorkflowTypeStore types) : IAccountLoops
{
    private const int MostBroken = 10;

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
