using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Reminders.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<IDeskMatters, MailMatters>();
        services.AddScoped<IAlertSource, LateReminderAlerts>();
        return services;
    }
}
