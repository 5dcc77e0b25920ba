using Market.Payments.Watch;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Localization.Data;
using OrchardCore.Modules;

namespace Market.Payments.Rights;

public sealed class Startup : StartupBase
{
    public override int Order => Decoration.StartupOrder;

    public override void ConfigureServices(IServiceCollection services) => services.Decorate<IDataLocalizer, RightNames>();
}
