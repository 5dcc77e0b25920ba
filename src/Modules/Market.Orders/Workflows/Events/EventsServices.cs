using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Helpers;

namespace Market.Orders.Workflows.Events;

internal static class EventsServices
{
    public static IServiceCollection AddOrderEvents(this IServiceCollection services)
    {
        services.AddActivity<OrderPlacingEvent, OrderEventDisplayDriver<OrderPlacingEvent>>();
        services.AddActivity<OrderChangingEvent, OrderEventDisplayDriver<OrderChangingEvent>>();
        services.AddActivity<OrderCancellingEvent, OrderEventDisplayDriver<OrderCancellingEvent>>();
        services.AddActivity<OrderPlacedEvent, OrderEventDisplayDriver<OrderPlacedEvent>>();
        services.AddActivity<OrderChangedEvent, OrderEventDisplayDriver<OrderChangedEvent>>();
        services.AddActivity<OrderCancelledEvent, OrderEventDisplayDriver<OrderCancelledEvent>>();
        services.AddActivity<DistributionOpenedEvent, OrderEventDisplayDriver<DistributionOpenedEvent>>();
        services.AddActivity<DistributionClosingSoonEvent, OrderEventDisplayDriver<DistributionClosingSoonEvent>>();
        services.AddActivity<DistributionClosedEvent, OrderEventDisplayDriver<DistributionClosedEvent>>();
        return services;
    }
}
