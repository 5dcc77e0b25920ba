using Market.Orders.Workflows.Events;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Orders.Workflows;

[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddOrderEvents();
}
