using System.Text.Json;
using OrchardCore.Recipes.Models;

namespace Market.Payments.Recipes;

internal static class RecipeFlags
{
    /// <summary>Reads a property that is true or false, and false where it is not given.</summary>
    /// <returns>None where it is something else.</returns>
    public static bool? ReadFlag(this RecipeExecutionContext context, string name) => context.Step[name] is not { } flag
        ? false
        : flag.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
}
