using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Security;

namespace Market.Payments.Recipes;

/// <summary>
/// The step <c>MarketRoles</c>: makes the roles that the site does not have. Each feature gives a role its permissions once, when the one
/// or the other comes; what a person took away since is not given again, as Orchard's own step <c>Roles</c> would.
/// </summary>
public sealed class MarketRolesStep(RoleManager<IRole> roles, IStringLocalizer<MarketRolesStep> S) : NamedRecipeStepHandler("MarketRoles")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        foreach (var node in context.Step["Roles"] as JsonArray ?? [])
        {
            var (name, description) = (Text(node, "Name"), Text(node, "Description"));
            if (string.IsNullOrWhiteSpace(name))
            {
                context.Errors.Add(S["Roles: a role has no name."]);
            }
            else if (await roles.FindByNameAsync(name) is null)
            {
                foreach (var error in (await roles.CreateAsync(new Role { RoleName = name, RoleDescription = description })).Errors)
                {
                    context.Errors.Add(error.Description);
                }
            }
        }
    }

    private static string? Text(JsonNode? role, string property) =>
        role is JsonObject && role[property] is { } text && text.GetValueKind() is JsonValueKind.String ? text.GetValue<string>() : null;
}
