using Microsoft.AspNetCore.Mvc;

namespace MarketSite.Web.Demonstration.Bank;

/// <summary>The example of a bank's file, in the demonstration and in Development only: elsewhere its address does not exist.</summary>
[OrchardCore.Modules.RequireFeatures("Market.Payments.Banking")]
public sealed class Startup(IHostEnvironment environment, Logins logins) : OrchardCore.Modules.StartupBase
{
    private bool IsOffered => environment.IsDevelopment() && logins.DemonstrationPassword is not null;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<BankHistory>();
        if (IsOffered)
        {
            services.AddScoped<ExampleStatement>();
            services.Configure<MvcOptions>(mvc => mvc.Filters.Add<ExampleStatementFilter>());
        }
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        if (IsOffered)
        {
            routes.MapGet(ExampleStatementDoor.Path, ExampleStatementDoor.DownloadAsync);
        }
    }
}
