using Market.Ledger;
using Market.Payments.Drivers;
using Market.Payments.Handlers;
using Market.Payments.Indexes;
using Market.Payments.Liquid;
using Market.Payments.Methods;
using Market.Payments.Migrations;
using Market.Payments.Models;
using Market.Payments.Outbox;
using Market.Payments.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Data.YesSql;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.ResourceManagement;
using OrchardCore.Security.Permissions;
using OrchardCore.Users.Events;
using OrchardCore.Users.Handlers;
using YesSql.Indexes;

namespace Market.Payments;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        AddStorage(services);
        AddLedger(services);
        AddMethods(services);

        services.AddContentPart<ClientAccountPart>()
            .UseDisplayDriver<ClientAccountPartDisplayDriver>()
            .AddHandler<ClientAccountPartHandler>();
        services.AddScoped<IRegistrationFormEvents, AccountOnRegistration>();
        services.AddScoped<IUserEventHandler, AccountUserHandler>();
        services.AddScoped<AccountOpening>();
        services.AddScoped<AccountRemoval>();

        services.AddSiteDisplayDriver<PaymentsSettingsDisplayDriver>();
        services.AddSiteDisplayDriver<AccountingSettingsDisplayDriver>();
        services.AddPermissionProvider<PaymentsPermissionsProvider>();
        services.AddNavigationProvider<AdminMenu>();
        services.AddResourceConfiguration<ResourceManifestConfiguration>();
        services.Configure<MvcOptions>(options => options.Filters.Add<FoldedMenuFilter>());
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(LedgerCollection.Name));

        // A gated query is shared between sessions: it can show one transaction what another never committed.
        services.Configure<YesSqlOptions>(options => options.QueryGatingEnabled = false);
        services.AddDataMigration<ClientMigrations>();
        services.AddDataMigration<LedgerMigrations>();
        services.AddIndexProvider<ClientAccountIndexProvider>();
        services.AddIndexProvider<OperationIndexProvider>();
        services.AddIndexProvider<PendingPaymentIndexProvider>();
        services.AddIndexProvider<ClosingIndexProvider>();
        services.AddSingleton<LedgerTables>();
        services.AddSingleton<LedgerGate>();
        services.AddScoped<IModularTenantEvents, SqliteJournal>();
    }

    private static void AddLedger(IServiceCollection services)
    {
        services.AddScoped<StoreFault>();
        services.AddScoped<ILedgerStore, YesSqlLedgerStore>();
        services.AddScoped<IPendingPaymentStore, YesSqlPendingPaymentStore>();
        services.AddScoped<YesSqlClosingStore>();
        services.AddScoped<IClosingStore>(provider => provider.GetRequiredService<YesSqlClosingStore>());
        services.AddScoped<IMarketTerms, MarketTermsReader>();
        services.AddScoped<IPendingPayments>(provider => new PendingPayments(
            provider.GetRequiredService<ILedger>(),
            provider.GetRequiredService<ILedgerStore>(),
            provider.GetRequiredService<IPendingPaymentStore>(),
            provider.GetRequiredService<IMarketTerms>(),
            provider.GetRequiredService<IIdGenerator>().GenerateUniqueId,
            () => provider.GetRequiredService<IClock>().UtcNow));
        services.AddScoped<MarketCalendar>();
        services.AddScoped<ClosingRunner>();
        services.AddScoped<BooksVerifier>();
        services.AddScoped<VerificationRun>();
        services.AddSingleton<VerificationMonitor>();
        services.AddScoped<BooksHealth>();
        services.AddScoped<OperationStream>();
        services.AddScoped<YearArchive>();
        services.AddScoped<ChartReader>();
        services.AddScoped<JournalExport>();
        services.AddScoped<FindingWords>();
        services.AddSingleton<IBackgroundTask, VerifyBooksTask>();
        services.AddSingleton<IBackgroundTask, CloseBooksTask>();
        services.AddHealthChecks().AddCheck<BooksHealthCheck>("Market books");
        services.AddScoped<ILedger>(provider => new Ledger.Ledger(
            provider.GetRequiredService<ILedgerStore>(),
            provider.GetRequiredService<IMarketTerms>(),
            provider.GetRequiredService<IIdGenerator>().GenerateUniqueId,
            () => provider.GetRequiredService<IClock>().UtcNow));
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<UnitOfWorkScope>();
        services.AddScoped<AmbientCommit>();
        services.AddScoped<AccountSelection>();
        services.AddScoped<OwnAccount>();

        // The workflows' own start-up has them told, whichever of the two runs first.
        services.TryAddScoped<IMarketEvents, SilentEvents>();
        services.AddScoped<IClientAccounts, ClientAccounts>();
        services.AddScoped<IRefusalSentences, RefusalSentences>();
        services.AddScoped<AccountNumbers>();
        services.AddScoped<BalanceList>();
        services.AddScoped<StatementReader>();
        services.AddScoped<PendingPaymentList>();
        services.AddScoped<DebtAges>();
        services.AddScoped<CurrencyLock>();
        services.AddScoped<OperationWords>();
        services.AddScoped<MoneyFormReader>();
        services.AddScoped<SiteAddress>();
        services.AddScoped<IPaymentLinks, PaymentLinks>();
        services.AddScoped<WaysToPay>();
        services.AddScoped<MailLanguages>();
    }

    private static void AddMethods(IServiceCollection services)
    {
        services.AddScoped<IPaymentMethod, CashMethod>();
        services.AddScoped<IPaymentMethod, ChequeMethod>();
        services.AddScoped<IPaymentMethod, CardTerminalMethod>();
        services.AddScoped<IPaymentMethod, TransferMethod>();
    }
}
