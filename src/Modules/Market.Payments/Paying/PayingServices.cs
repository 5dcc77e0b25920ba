using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Paying;

internal static class PayingServices
{
    public static IServiceCollection AddPaying(this IServiceCollection services)
    {
        services.AddScoped<IMoneyForms, MoneyFormReader>();
        services.AddScoped<IRefusalSentences, RefusalSentences>();
        services.AddScoped<ISiteAddress, SiteAddress>();
        services.AddScoped<IPaymentLinks, PaymentLinks>();
        services.AddScoped<IWaysToPay, WaysToPay>();
        return services;
    }
}
