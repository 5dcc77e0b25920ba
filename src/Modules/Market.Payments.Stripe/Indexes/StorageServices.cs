using Market.Payments.Stripe.Migrations;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;

namespace Market.Payments.Stripe.Indexes;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.Configure<StoreCollectionOptions>(options => options.Collections.Add(StripeCollection.Name));
        services.AddDataMigration<StripeMigrations>();
        services.AddIndexProvider<CardPaymentIndexProvider>();
        services.AddIndexProvider<TestMoneyIndexProvider>();
        services.AddIndexProvider<InboxEventIndexProvider>();
        services.AddIndexProvider<PayoutIndexProvider>();
        return services;
    }
}
