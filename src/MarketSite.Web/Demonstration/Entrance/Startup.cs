using Microsoft.AspNetCore.Mvc;

namespace MarketSite.Web.Demonstration.Entrance;

/// <summary>The door of the demonstration, in Development only: elsewhere its address does not exist.</summary>
[OrchardCore.Modules.RequireFeatures("Market.Payments", "OrchardCore.Users")]
public sealed class Startup(IHostEnvironment environment, Logins logins) : OrchardCore.Modules.StartupBase
{
    private bool IsOpen => environment.IsDevelopment() && logins.DemonstrationPassword is not null;

    public override void ConfigureServices(IServiceCollection services)
    {
        if (IsOpen)
        {
            services.Configure<MvcOptions>(mvc => mvc.Filters.Add<EntranceFilter>());
        }
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        if (IsOpen)
        {
            routes.MapPost(DemonstrationEntrance.Path, DemonstrationEntrance.EnterAsync);
        }
    }
}
