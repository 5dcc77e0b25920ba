using Market.Orders.Workflows.Activities;
using Market.Orders.Workflows.Drivers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Workflows.Helpers;

namespace Market.Orders.Workflows;

/// <summary>Registers the workflow events.</summary>
[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
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
    }
}
