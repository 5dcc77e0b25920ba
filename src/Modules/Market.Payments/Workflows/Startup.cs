using Market.Payments.Outbox;
using Market.Payments.Workflows.Events;
using Market.Payments.Workflows.Expressions;
using Market.Payments.Workflows.Loops;
using Market.Payments.Workflows.Tasks;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;

namespace Market.Payments.Workflows;

[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup(IShellConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddOutbox(configuration)
        .AddExpressions()
        .AddAccountEvents()
        .AddPostingTasks()
        .AddAccountLoops();
}
