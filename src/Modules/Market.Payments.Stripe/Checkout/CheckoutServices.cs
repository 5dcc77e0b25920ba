using Market.Ledger.Methods;
using Market.Payments.Stripe.Drivers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Handlers;

namespace Market.Payments.Stripe.Checkout;

internal static class CheckoutServices
{
    public static IServiceCollection AddCheckout(this IServiceCollection services)
    {
        services.AddScoped<IPaymentMethod, StripeMethod>();
        services.AddScoped<IMethodDetails, StripeDetails>();
        services.AddScoped<CardForms>();
        services.AddScoped<CardCheckout>();
        services.AddScoped<ReturnTicket>();
        services.AddDisplayDriver<OrderToPay, OrderToPayDisplayDriver>();
        return services;
    }
}
