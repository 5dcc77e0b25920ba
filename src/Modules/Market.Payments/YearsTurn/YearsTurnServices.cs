using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.YearsTurn;

internal static class YearsTurnServices
{
    public static IServiceCollection AddYearsTurn(this IServiceCollection services)
    {
        services.AddScoped<CarriedBalances>();
        services.AddScoped<LockMover>();
        services.AddScoped<YearPages>();
        services.AddScoped<IYearMatters, PaymentsYearMatters>();
        return services;
    }
}
