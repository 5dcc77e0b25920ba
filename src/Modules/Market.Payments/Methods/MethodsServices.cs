using Market.Ledger.Methods;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Methods;

internal static class MethodsServices
{
    public static IServiceCollection AddMethods(this IServiceCollection services)
    {
        services.AddScoped<IPaymentMethod, CashMethod>();
        services.AddScoped<IPaymentMethod, ChequeMethod>();
        services.AddScoped<IPaymentMethod, CardTerminalMethod>();
        services.AddScoped<IPaymentMethod, TransferMethod>();
        services.AddScoped<IMethodDetails, ChequeDetails>();
        services.AddScoped<IMethodDetails, TransferDetails>();
        return services;
    }
}
