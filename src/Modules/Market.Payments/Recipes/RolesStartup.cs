using Market.Payments.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Recipes;

namespace Market.Payments.Recipes;

[RequireFeatures("OrchardCore.Roles")]
public sealed class RolesStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddRecipeExecutionStep<MarketRolesStep>()
        .AddDataMigration<ClientRightsMigrations>();
}
