using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Statements;

internal static class StatementsServices
{
    public static IServiceCollection AddStatements(this IServiceCollection services)
    {
        services.AddScoped<IStatements, StatementReader>();
        services.AddScoped<IPostedOperations, PostedOperations>();
        services.AddScoped<IAnnouncedPayments, PendingPaymentList>();
        services.AddScoped<OperationWords>();
        services.AddScoped<OrderNameReader>();
        services.AddScoped<PendingPages>();
        services.AddScoped<StatementBook>();
        services.AddScoped<StatementSearch>();
        services.AddScoped<StatementFile>();
        return services;
    }
}
