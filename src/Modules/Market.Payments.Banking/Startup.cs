using Market.Payments.Banking.Cheques;
using Market.Payments.Banking.Desk;
using Market.Payments.Banking.Inbox;
using Market.Payments.Banking.Indexes;
using Market.Payments.Banking.Statements;
using Market.Payments.Banking.Tables;
using Market.Payments.Banking.Transfers;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace Market.Payments.Banking;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddStorage();
        services.AddTransfers();
        services.AddCheques();
        services.AddStatements();
        services.AddInbox();
        services.AddTables();
        services.AddDesk();
        services.AddNavigationProvider<AdminMenu>();
        services.AddResourceConfiguration<ResourceManifestConfiguration>();
    }
}
