using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Reminders.Sending;

internal static class SendingServices
{
    public static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddScoped<ReminderClaims>();
        services.AddScoped<ReminderDispatch>();
        services.AddScoped<ReminderSender>();
        services.AddScoped<DigestSender>();
        services.AddScoped<Recipients>();
        return services;
    }
}
