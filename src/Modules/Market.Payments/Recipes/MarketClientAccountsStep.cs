using System.Text.Json;
using System.Text.Json.Nodes;
using Market.Payments.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Recipes;

/// <summary>
/// The step <c>MarketClientAccounts</c>: opens a client account for each of the <c>Users</c> it names, or <c>ForEveryUser</c>, who has
/// none. With one name that nobody has, it opens no account at all.
/// </summary>
public sealed class MarketClientAccountsStep(
    UserManager<IUser> users,
    UsersWithoutAccount without,
    AccountsForUsers accounts,
    IStringLocalizer<MarketClientAccountsStep> S) : NamedRecipeStepHandler("MarketClientAccounts")
{
    private const string ForEveryUser = "ForEveryUser";

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var ids = new List<string>();
        foreach (var node in context.Step["Users"] as JsonArray ?? [])
        {
            if (await FindAsync(node) is { } user)
            {
                ids.Add(user.UserId);
            }
            else
            {
                context.Errors.Add(S["Users: there is no user called {0}.", node?.ToString() ?? "null"]);
            }
        }

        if (context.ReadFlag(ForEveryUser) is not { } forEveryUser)
        {
            context.Errors.Add(S["{0} is true or false.", ForEveryUser]);
        }
        else if (context.Errors.Count == 0)
        {
            await accounts.OpenAsync(forEveryUser ? await without.ListIdsAsync() : ids);
        }
    }

    private async Task<User?> FindAsync(JsonNode? node) => node?.GetValueKind() is JsonValueKind.String && node.GetValue<string>() is var name
        ? (await users.FindByNameAsync(name) ?? await users.FindByEmailAsync(name)) as User
        : null;
}
