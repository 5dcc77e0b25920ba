using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Reminders.Mails;

internal static class MailsServices
{
    public static IServiceCollection AddMails(this IServiceCollection services)
    {
        services.AddScoped<ReminderComposer>();
        services.AddScoped<DigestComposer>();
        services.AddScoped<PersonalLinks>();
        services.AddScoped<ReminderWords>();
        return services;
    }
}
