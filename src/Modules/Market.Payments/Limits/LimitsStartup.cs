using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;

namespace Market.Payments.Limits;

/// <summary>Puts the limits before every address, once it is known who asks.</summary>
public sealed class LimitsStartup(IShellConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<LimitOptions>(configuration.GetSection(LimitOptions.Section));
        services.AddRateLimiter(_ => { });
        services.AddTransient<IConfigureOptions<RateLimiterOptions>, LimitsConfiguration>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        app.Use(async (context, next) =>
        {
            await UserRequests.ReadAsync(context);
            await next(context);
        });
        app.UseRateLimiter();
    }
}
