using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Banking.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<IDeskMatters, BankMatters>();
        services.AddScoped<IFinder, ChequeFinder>();
        services.AddScoped<IFinder, BankLineFinder>();
        services.AddScoped<IAlertSource, SilentBankAlerts>();
        return services;
    }
}
