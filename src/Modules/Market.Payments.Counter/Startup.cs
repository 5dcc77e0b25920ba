using Market.Payments.Counter.Page;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;

namespace Market.Payments.Counter;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(CounterCollection.Name));
        services.AddPermissionProvider<CounterPermissionsProvider>();
        services.Configure<AuthorizationOptions>(CounterPermissions.AddPolicies);
        services.AddCounterPage();
        services.AddResourceConfiguration<ResourceManifestConfiguration>();
    }
}
