using Market.Orders.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace Market.Orders.Shop;

[RequireFeatures("OrchardCore.Media")]
public sealed class MediaStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddDataMigration<PictureMigrations>();
}
