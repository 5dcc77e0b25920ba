using System.Text.Json.Nodes;
using Market.Payments.Outbox;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Market.Payments.FireTests.Fixtures;

/// <summary>Makes workflows on a site, and looks at what became of them.</summary>
internal static class Automation
{
    /// <summary>An activity of a workflow, called by its technical name, with its properties; expressions are written as texts.</summary>
    public static ActivityRecord Activity(string name, params (string Name, JsonNode Value)[] properties) => new()
    {
        Name = name,
        Properties = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Value))),
    };

    public static JsonObject Expression(string expression) => new() { ["Expression"] = expression };

    /// <summary>Makes a workflow of activities, the first of which starts it.</summary>
    /// <param name="market">The site.</param>
    /// <param name="activities">The activities.</param>
    /// <param name="transitions">Which activity follows which, by their places, after which outcome.</param>
    /// <returns>The workflow type's id.</returns>
    public static async Task<string> DefineAsync(this MarketHost market, ActivityRecord[] activities, params (int From, string Outcome, int To)[] transitions)
    {
        var defined = await market.InScopeAsync(async services =>
        {
            var ids = services.GetRequiredService<IIdGenerator>();
            foreach (var activity in activities)
            {
                activity.ActivityId = ids.GenerateUniqueId();
            }

            activities[0].IsStart = true;
            var type = new WorkflowType
            {
                WorkflowTypeId = ids.GenerateUniqueId(),
                Name = string.Join(" → ", activities.Select(activity => activity.Name)),
                IsEnabled = true,
                Activities = [.. activities],
                Transitions = [.. transitions.Select(transition => new Transition
                {
                    SourceActivityId = activities[transition.From].ActivityId,
                    SourceOutcomeName = transition.Outcome,
                    DestinationActivityId = activities[transition.To].ActivityId,
                })],
            };
            await services.GetRequiredService<IWorkflowTypeStore>().SaveAsync(type);
            return type.WorkflowTypeId;
        });
        market.Defined.Add(defined);
        return defined;
    }

    /// <summary>Takes the workflows that tests made away, so that other tests' events start them no more.</summary>
    public static async Task RemoveDefinedAsync(this MarketHost market)
    {
        await market.InScopeAsync(async services =>
        {
            var types = services.GetRequiredService<IWorkflowTypeStore>();
            foreach (var id in market.Defined)
            {
                await types.DeleteAsync((await types.GetAsync(id))!);
            }

            return true;
        });
        market.Defined.Clear();
    }

    /// <summary>Tells what is due, as the outbox does after a request.</summary>
    public static Task TellAsync(this MarketHost market) => market.InScopeAsync(async services =>
    {
        await services.GetRequiredService<OutboxDispatcher>().RunAsync();
        return true;
    });

    /// <summary>The workflows that were started of a type.</summary>
    public static Task<IReadOnlyList<Workflow>> WorkflowsAsync(this MarketHost market, string workflowTypeId) =>
        market.InScopeAsync<IReadOnlyList<Workflow>>(async services => [.. await services.GetRequiredService<IWorkflowStore>().ListAsync(workflowTypeId)]);

    /// <summary>What a workflow was told.</summary>
    public static string? Input(this Workflow workflow, string name) => workflow.State["Input"]?[name]?.ToString();

    /// <summary>What a workflow gave out.</summary>
    public static string? Output(this Workflow workflow, string name) => workflow.State["Output"]?[name]?.ToString();

    /// <summary>What a workflow noted.</summary>
    public static string? Property(this Workflow workflow, string name) => workflow.State["Properties"]?[name]?.ToString();

    /// <summary>How many events wait.</summary>
    public static Task<int> WaitingAsync(this MarketHost market) => market.SqlAsync(transaction =>
        Dapper.SqlMapper.ExecuteScalarAsync<int>(transaction.Connection!, "SELECT COUNT(*) FROM \"LedgerOutbox\"", transaction: transaction));
}
