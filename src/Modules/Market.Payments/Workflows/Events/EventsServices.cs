using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.ViewModels;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Helpers;

namespace Market.Payments.Workflows.Events;

internal static class EventsServices
{
    public static IServiceCollection AddAccountEvents(this IServiceCollection services)
    {
        services.AddActivity<PaymentReceivedEvent, AccountEventDisplayDriver<PaymentReceivedEvent>>();
        services.AddActivity<PaymentAnnouncedEvent, AccountEventDisplayDriver<PaymentAnnouncedEvent>>();
        services.AddActivity<PaymentFailedEvent, AccountEventDisplayDriver<PaymentFailedEvent>>();
        services.AddActivity<BalanceSettledEvent, AccountEventDisplayDriver<BalanceSettledEvent>>();
        services.AddActivity<BalanceBelowThresholdEvent, ExpressionDisplayDriver<BalanceBelowThresholdEvent, BalanceBelowThresholdEventViewModel>>();
        return services;
    }
}
