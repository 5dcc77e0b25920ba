using Market.Payments.Stripe.Drivers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Handlers;

namespace Market.Payments.Stripe.CardPayments;

internal static class CardPaymentsServices
{
    public static IServiceCollection AddCardPayments(this IServiceCollection services)
    {
        services.AddScoped<CardPaymentStore>();
        services.AddScoped<CardFlags>();
        services.AddScoped<TestMoney>();
        services.AddScoped<IPersonalData, CardPaymentData>();
        services.AddScoped<IOpenMatters, OpenCardPages>();
        services.AddScoped<StripeWords>();
        services.AddScoped<MarketDays>();
        services.AddDisplayDriver<ClientAccount, CardPaymentsDisplayDriver>();
        return services;
    }
}
