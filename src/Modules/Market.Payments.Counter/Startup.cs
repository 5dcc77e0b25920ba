using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Counter;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddResourceConfiguration<ResourceManifestConfiguration>();
    }
}
