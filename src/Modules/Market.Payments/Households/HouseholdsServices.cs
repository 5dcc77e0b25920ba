using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Households;

internal static class HouseholdsServices
{
    public static IServiceCollection AddHouseholds(this IServiceCollection services)
    {
        services.AddScoped<HouseholdReasons>();
        services.AddScoped<HouseholdWork>();
        services.AddScoped<HouseholdTrail>();
        services.AddScoped<HouseholdDesk>();
        services.AddScoped<HouseholdPages>();
        services.AddScoped<HouseholdMail>();
        services.AddScoped<IMailKind, HouseholdMailKind>();
        services.AddScoped<IPersonalData, HouseholdData>();
        return services;
    }
}
