using System.Text.Json;
using Market.Payments.Storage;
using Market.Payments.Workflows.Loops;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Data.Documents;
using OrchardCore.Entities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Market.Payments.Outbox;

/// <summary>
/// Tells one event, or has one workflow go on, in the scope it is made in. The workflows' states and that it is told are one commit.
/// It is no unit of work: a workflow that waits for a mail server must not keep the books' writers waiting.
/// </summary>
public sealed class OutboxDelivery(
    OutboxTable table,
    AmbientCommit commit,
    StoreFault fault,
    IDocumentStore documents,
    IWorkflowManager manager,
    IWorkflowStore workflows,
    IWorkflowTypeStore types,
    IIdGenerator ids,
    IOptions<OutboxOptions> options,
    ILogger<OutboxDelivery> logger)
{
    private static readonly TimeSpan UntilEnabled = TimeSpan.FromMinutes(1);

    public async Task RunAsync(OutboxRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!await table.HoldsAsync(row))
        {
            // A try before this one was committed, and only its answer was lost.
            return;
        }

        OutboxChain.Length = row.Chain + 1;
        var next = row.WorkflowId is null ? await TellAsync(row) : await ResumeAsync(row, row.WorkflowId);
        fault.ThrowIfAny();
        await commit.RunAsync(async () =>
        {
            var isMine = next is null ? await table.RemoveAsync(row) : await table.RenewAsync(row, next.Value.Pause, next.Value.Chain);
            if (!isMine)
            {
                logger.LogWarning("{Name} {EventId} took longer than its lease: another process tells it.", row.Name, row.EventId);
                await documents.CancelAsync();
            }
        });
    }

    // A workflow that faults is told: Orchard keeps it, with its fault, for a person to look at, and telling it anew would repeat what it did.
    private async Task<(TimeSpan Pause, int Chain)?> TellAsync(OutboxRow row)
    {
        if (row.Chain > options.Value.LongestChain)
        {
            logger.LogError("{Name} {EventId} is not told: {Chain} events led to it, each by a workflow. Workflows that answer each other without end are to be changed.", row.Name, row.EventId, row.Chain);
            return null;
        }

        var input = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Payload)!.ToDictionary(value => value.Key, object (value) => value.Value);
        input["EventId"] = row.EventId;
        if (row.AccountId is not null)
        {
            input["AccountId"] = row.AccountId;
        }

        await manager.TriggerEventAsync(row.Name, input, row.CorrelationId);
        return null;
    }

    /// <returns>How long until it goes on again, and how many events led to where it is; none where it waits no more.</returns>
    private async Task<(TimeSpan Pause, int Chain)?> ResumeAsync(OutboxRow row, string workflowId)
    {
        if (await workflows.GetAsync(workflowId) is not { } workflow || Blocking(workflow, row.Name) is not { } blocking)
        {
            return null;
        }

        if (row.Chain > options.Value.LongestChain)
        {
            var fault = $"{row.Chain} events led to this loop, each by a workflow: it does not go on. Workflows that answer each other without end are to be changed.";
            logger.LogError("Workflow {WorkflowId} is stopped: {Fault}", workflowId, fault);
            (workflow.Status, workflow.FaultMessage) = (WorkflowStatus.Faulted, fault);
            workflow.BlockingActivities.Clear();
            await workflows.SaveAsync(workflow);
            return null;
        }

        switch (await types.GetAsync(workflow.WorkflowTypeId))
        {
            case null:
                return null;
            case { IsEnabled: false }:
                return (UntilEnabled, row.Chain);
        }

        var input = new Dictionary<string, object> { [ForEachAccountTask.TurnInput] = ids.GenerateUniqueId() };
        var context = await manager.ResumeWorkflowAsync(workflow, blocking, input);
        return context.Status is WorkflowStatus.Halted && Blocking(workflow, row.Name) is not null ? (TimeSpan.Zero, AccountLoops.ChainOf(workflow)) : null;
    }

    private static BlockingActivity? Blocking(Workflow workflow, string activityName) =>
        workflow.BlockingActivities.FirstOrDefault(activity => activity.Name == activityName);
}
