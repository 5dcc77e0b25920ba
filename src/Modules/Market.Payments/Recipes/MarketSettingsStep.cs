using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;

namespace Market.Payments.Recipes;

/// <summary>
/// The step <c>MarketSettings</c>: the settings of the market's modules, each under its name. All are read by the rules of their pages
/// before one is saved. With <c>OnlyMissing</c>, what the site has settled already stays as it is.
/// </summary>
public sealed class MarketSettingsStep(IEnumerable<IMarketSettings> parts, IStringLocalizer<MarketSettingsStep> S) : NamedRecipeStepHandler(StepName)
{
    public new const string StepName = "MarketSettings";

    private const string OnlyMissing = "OnlyMissing";

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var onlyMissing = context.ReadFlag(OnlyMissing);
        if (onlyMissing is null)
        {
            context.Errors.Add(S["{0} is unknown here, or not of the kind it must be.", OnlyMissing]);
            return;
        }

        var saves = new List<Func<Task>>();
        foreach (var (name, value) in context.Step.Where(property => property.Key is not ("name" or OnlyMissing)))
        {
            if (parts.FirstOrDefault(part => part.Name == name) is not { } part)
            {
                context.Errors.Add(S["There are no settings called {0} here. Is their feature on?", name]);
            }
            else if (value is not JsonObject given)
            {
                context.Errors.Add(S["{0} is unknown here, or not of the kind it must be.", name]);
            }
            else if (onlyMissing is false || !await part.AreStoredAsync())
            {
                var reading = await part.ReadAsync(given);
                saves.Add(reading.SaveAsync);
                foreach (var fault in reading.Faults)
                {
                    context.Errors.Add(Sentence(name, fault));
                }
            }
        }

        if (context.Errors.Count == 0)
        {
            foreach (var save in saves)
            {
                await save();
            }
        }
    }

    private string Sentence(string part, SettingsFault fault) => fault.Sentence is null
        ? S["{0} is unknown here, or not of the kind it must be.", $"{part}.{fault.Field}"]
        : S["{0}: {1}", $"{part}.{fault.Field}", fault.Sentence];
}
