using Market.Payments.Reminders.Handlers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Market.Payments.Reminders.Sent;

internal static class SentServices
{
    public static IServiceCollection AddSent(this IServiceCollection services)
    {
        services.AddScoped<SentReminders>();
        services.AddScoped<MailErasure>();
        services.AddScoped<IPersonalData, ReminderData>();
        services.AddScoped<IAccountObserver, ReminderErasure>();
        services.AddSingleton<IBackgroundTask, EraseOldMailsTask>();
        return services;
    }
}
