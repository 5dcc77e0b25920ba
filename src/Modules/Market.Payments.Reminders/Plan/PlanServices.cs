using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Reminders.Plan;

internal static class PlanServices
{
    public static IServiceCollection AddPlan(this IServiceCollection services)
    {
        services.AddScoped<Debtors>();
        services.AddScoped<ReminderPlan>();
        return services;
    }
}
