using Market.Payments.Watch;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Words;

public sealed class Startup : StartupBase
{
    public override int Order => Decoration.StartupOrder;

    public override void ConfigureServices(IServiceCollection services) => services.AddWords();
}
