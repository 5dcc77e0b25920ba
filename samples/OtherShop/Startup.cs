using Market.Ledger.Methods;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OrchardCore.Workflows.Helpers;
using OtherShop.Drivers;
using OtherShop.Indexes;
using OtherShop.Migrations;
using OtherShop.Models;
using OtherShop.Workflows;

namespace OtherShop;

/// <summary>Registers the module.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(Membership.Collection));
        services.AddDataMigration<MembershipMigrations>();
        services.AddIndexProvider<MembershipIndexProvider>();
        services.AddScoped<MembershipStore>();
        services.AddScoped<MembershipDesk>();
        services.AddScoped<Memberships>();

        services.AddScoped<IOrderNames, MembershipNames>();
        services.AddScoped<IPaymentMethod, VoucherMethod>();
        services.AddDisplayDriver<ClientAccount, MembershipOnAccountDisplayDriver>();

        services.AddActivity<MembershipRenewingEvent, MembershipEventDisplayDriver<MembershipRenewingEvent>>();
        services.AddActivity<MembershipTakenEvent, MembershipEventDisplayDriver<MembershipTakenEvent>>();

        services.AddPermissionProvider<MembershipPermissions>();
        services.AddNavigationProvider<AdminMenu>();
    }
}
