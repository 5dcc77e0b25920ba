using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<IDeskMatters, BalanceMatters>();
        services.AddScoped<IDeskMatters, FeeMatters>();
        services.AddScoped<IDeskMatters, NewcomerMatters>();
        services.AddScoped<IDeskMatters, BooksMatters>();
        services.AddScoped<IDeskWays, PaymentWays>();
        services.AddScoped<IFinder, AccountFinder>();
        services.AddScoped<IFinder, OperationFinder>();
        services.AddScoped<IAlertSource, ReversalAlerts>();
        services.AddScoped<IAlertSource, BooksAlerts>();
        return services;
    }
}
