using Market.Payments;

namespace MarketSite.Web;

/// <summary>What the site itself adds to a market.</summary>
[OrchardCore.Modules.RequireFeatures("Market.Payments", "Market.Payments.Reminders", "OrchardCore.Email", "OrchardCore.Users.Registration")]
public sealed class Startup : OrchardCore.Modules.StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<ISetUpCheck, SiteSetUpCheck>();
}
