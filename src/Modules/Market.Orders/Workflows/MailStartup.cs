using Market.Orders.Workflows.Tasks;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Workflows.Helpers;

namespace Market.Orders.Workflows;

[RequireFeatures("OrchardCore.Workflows", "OrchardCore.Email")]
public sealed class MailStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddActivity<SendOrderListsTask, SendOrderListsTaskDisplayDriver>();
}
