using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell.Configuration;

namespace Market.Payments.Outbox;

internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IShellConfiguration configuration)
    {
        services.Configure<OutboxOptions>(configuration.GetSection("Market_Outbox"));
        services.AddSingleton<OutboxTurn>();
        services.AddScoped<OutboxTable>();
        services.AddScoped<OutboxKick>();
        services.AddScoped<OutboxDelivery>();
        services.AddScoped<OutboxDispatcher>();
        services.AddScoped<IMarketEvents, OutboxEvents>();
        services.AddScoped<IBooksObserver, EventsBooksObserver>();
        services.AddSingleton<IBackgroundTask, OutboxTask>();
        return services;
    }
}
