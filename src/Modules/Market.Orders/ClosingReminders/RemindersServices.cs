using Microsoft.Extensions.DependencyInjection;

namespace Market.Orders.ClosingReminders;

internal static class RemindersServices
{
    // What is sent needs Orchard's mails, and is registered where they are.
    public static IServiceCollection AddReminderWishes(this IServiceCollection services) => services.AddScoped<ReminderWishes>();
}
