using Market.Payments;
using Market.Payments.Watch;
using MarketSite.Web.Demonstration.Past;
using OrchardCore.Modules;
using OrchardCore.Recipes;

namespace MarketSite.Web.Demonstration;

/// <summary>Adds the demonstration to the site's recipes, once the recipe has switched on what it is made of.</summary>
[OrchardCore.Modules.RequireFeatures("Market.Payments", "Market.Payments.Banking", "Market.Payments.Counter", "Market.Orders")]
public sealed class Startup(Logins logins) : OrchardCore.Modules.StartupBase
{
    // After whoever raises events.
    public override int Order => 1_000;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<DemonstrationMarket>();
        services.AddScoped<People>();
        services.AddScoped<Goods>();
        services.AddSingleton<PlayedClock>();
        services.AddScoped<PastMarket>();
        services.AddScoped<PastPeople>();
        if (logins.PastDistributions > 0)
        {
            services.AddSingleton<IClock>(provider => provider.GetRequiredService<PlayedClock>());
        }

        if (logins.DemonstrationPassword is not null)
        {
            services.Decorate<IMarketEvents, QuietEvents>();
        }

        services.AddRecipeExecutionStep<DemonstrationStep>();
    }
}
