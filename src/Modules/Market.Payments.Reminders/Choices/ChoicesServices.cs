using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Reminders.Choices;

internal static class ChoicesServices
{
    public static IServiceCollection AddChoices(this IServiceCollection services)
    {
        services.AddScoped<ReminderChoices>();
        services.AddScoped<OptOutLinks>();
        services.AddScoped<IMailKind, ReminderMailKind>();
        services.AddScoped<IMailKind, ObligatoryReminderKind>();
        return services;
    }
}
