using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.AccountBalances;

internal static class BalancesServices
{
    public static IServiceCollection AddAccountBalances(this IServiceCollection services)
    {
        services.AddScoped<BalanceSums>();
        services.AddScoped<BalanceList>();
        services.AddSingleton<DebtBook>();
        services.AddScoped<DebtAges>();
        return services;
    }
}
