using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Json;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace Market.Payments.Recipes;

/// <summary>
/// The step <c>MarketWorkflows</c>: adds the workflows whose ids the site does not have. Orchard's own step <c>WorkflowType</c> would
/// put back the one that a site editor has changed, and end what waits in it.
/// </summary>
public sealed class MarketWorkflowsStep(
    IWorkflowTypeStore types,
    IOptions<DocumentJsonSerializerOptions> json,
    IStringLocalizer<MarketWorkflowsStep> S) : NamedRecipeStepHandler("MarketWorkflows")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var missing = new List<WorkflowType>();
        foreach (var node in context.Step["Workflows"] as JsonArray ?? [])
        {
            if (Read(node) is not { WorkflowTypeId.Length: > 0 } type)
            {
                context.Errors.Add(S["Workflows: this is no workflow with an id."]);
            }
            else if (await types.GetAsync(type.WorkflowTypeId) is null)
            {
                missing.Add(type);
            }
        }

        if (context.Errors.Count > 0)
        {
            return;
        }

        foreach (var type in missing)
        {
            type.Id = 0;
            await types.SaveAsync(type);
        }
    }

    private WorkflowType? Read(JsonNode? node)
    {
        try
        {
            return node.Deserialize<WorkflowType>(json.Value.SerializerOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
