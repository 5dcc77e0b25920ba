using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.MovingIn.Welcome;

internal static class WelcomeServices
{
    public static IServiceCollection AddWelcome(this IServiceCollection services)
    {
        services.AddScoped<WelcomeLinks>();
        services.AddScoped<WelcomeMail>();
        services.AddScoped<WelcomeSender>();
        services.AddScoped<IPersonalData, MovedPersonData>();
        return services;
    }
}
