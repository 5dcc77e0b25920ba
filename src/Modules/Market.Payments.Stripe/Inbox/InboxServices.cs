using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Stripe.Inbox;

internal static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services)
    {
        services.AddScoped<StripeInbox>();
        services.AddScoped<InboxStore>();
        services.AddScoped<NewsGatherer>();
        services.AddScoped<InboxApplier>();
        services.AddScoped<InboxCleaner>();
        services.AddScoped<InboxWorker>();
        services.AddScoped<CardNews>();
        services.AddSingleton<InboxPump>();
        services.AddSingleton<IBackgroundTask, InboxTask>();
        return services;
    }
}
