using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Banking.Transfers;

internal static class TransfersServices
{
    public static IServiceCollection AddTransfers(this IServiceCollection services)
    {
        services.AddScoped<BankData>();
        services.AddScoped<IBankData>(provider => provider.GetRequiredService<BankData>());
        return services;
    }
}
