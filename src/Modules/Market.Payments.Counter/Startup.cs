using Market.Payments.Counter.Board;
using Market.Payments.Counter.Closing;
using Market.Payments.Counter.Desk;
using Market.Payments.Counter.Drawers;
using Market.Payments.Counter.Entries;
using Market.Payments.Counter.Page;
using Market.Payments.Counter.Receipts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Counter;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(CounterCollection.Name));
        services.AddEntries();
        services.AddBoard();
        services.AddClosing();
        services.AddPermissionProvider<CounterPermissionsProvider>();
        services.AddNavigationProvider<AdminMenu>();
        services.Configure<AuthorizationOptions>(CounterPermissions.AddPolicies);
        services.AddDrawers();
        services.AddCounterPage();
        services.AddReceipts();
        services.AddDesk();
        services.AddResourceConfiguration<ResourceManifestConfiguration>();
    }
}
