using Market.Payments.MovingIn.Indexes;
using Market.Payments.MovingIn.Moving;
using Market.Payments.MovingIn.Runs;
using Market.Payments.MovingIn.Welcome;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Market.Payments.MovingIn;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddStorage();
        services.AddMoving();
        services.AddRuns();
        services.AddWelcome();
        services.AddPermissionProvider<MovingPermissions>();
        services.Configure<AuthorizationOptions>(MovingPermissions.AddPolicies);
        services.AddNavigationProvider<AdminMenu>();
    }
}
