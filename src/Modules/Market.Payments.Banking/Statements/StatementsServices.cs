using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Banking.Statements;

internal static class StatementsServices
{
    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddScoped<StatementStore>();
        services.AddScoped<StatementDesk>();
        services.AddScoped<StatementWords>();
        services.AddScoped<PayerKeys>();
        services.AddScoped<IPersonalData, PayerData>();
        services.AddScoped<BankPages>();
        return services;
    }
}
