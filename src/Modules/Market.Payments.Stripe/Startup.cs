using Market.Ledger;
using Market.Ledger.Journals;
using Market.Payments.Stripe.Drivers;
using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Migrations;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Services;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace Market.Payments.Stripe;

public sealed class Startup(IShellConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<StripeOptions>(configuration.GetSection(StripeOptions.Section));
        services.AddHttpClient(StripeGateway.ClientName);

        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(StripeCollection.Name));
        services.AddDataMigration<StripeMigrations>();
        services.AddIndexProvider<CardPaymentIndexProvider>();
        services.AddIndexProvider<InboxEventIndexProvider>();
        services.AddIndexProvider<PayoutIndexProvider>();
        services.AddScoped<CardPaymentStore>();
        services.AddScoped<InboxStore>();
        services.AddScoped<PayoutStore>();
        services.AddScoped<IProviderPayouts, StripePayouts>();

        services.AddScoped<IPaymentMethod, StripeMethod>();
        services.AddScoped<StripeKeyReader>();
        services.AddScoped<StripeGateway>();
        services.AddScoped<SiteMark>();
        services.AddScoped<StripeWords>();
        services.AddScoped<MarketDays>();

        services.AddScoped<CardForms>();
        services.AddScoped<CardCheckout>();
        services.AddScoped<ReturnTicket>();
        services.AddScoped<CardNews>();
        services.AddScoped<ConnectionCheck>();
        services.AddScoped<CardRefunds>();
        services.AddScoped<CardFlags>();
        services.AddScoped<StripeSweep>();
        services.AddSingleton<IBackgroundTask, SweepTask>();

        services.AddScoped<StripeInbox>();
        services.AddScoped<NewsGatherer>();
        services.AddScoped<PayoutReader>();
        services.AddScoped<InboxApplier>();
        services.AddScoped<InboxCleaner>();
        services.AddScoped<InboxWorker>();
        services.AddSingleton<InboxPump>();
        services.AddSingleton<IBackgroundTask, InboxTask>();

        services.AddSiteDisplayDriver<StripeSettingsDisplayDriver>();
        services.AddDisplayDriver<ClientAccount, CardPaymentsDisplayDriver>();
        services.AddDisplayDriver<OrderToPay, OrderToPayDisplayDriver>();
        services.AddNavigationProvider<StripeAdminMenu>();
    }
}
