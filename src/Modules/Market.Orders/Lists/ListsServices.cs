using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Orders.Lists;

internal static class ListsServices
{
    public static IServiceCollection AddLists(this IServiceCollection services)
    {
        services.AddScoped<OrderLists>();
        services.AddScoped<ListFile>();
        services.AddScoped<ProducerNotices>();
        services.AddScoped<ProducerMail>();
        services.AddScoped<StoppedLists>();
        services.AddSingleton<IBackgroundTask, StoppedListsTask>();
        return services;
    }
}
