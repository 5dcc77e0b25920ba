using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Handlers;

namespace Market.Payments.Counter.Page;

/// <summary>The counter's page, and what keeps it on a phone.</summary>
public static class PageServices
{
    public static IServiceCollection AddCounterPage(this IServiceCollection services)
    {
        services.AddScoped<CounterFiles>();
        services.AddScoped<CounterWords>();
        services.AddDisplayDriver<ClientAccount, AccountCodeDisplayDriver>();
        services.Configure<MvcOptions>(options => options.Filters.Add<CounterGuardFilter>());
        return services;
    }
}
