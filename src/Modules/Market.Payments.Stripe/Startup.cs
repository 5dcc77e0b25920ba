using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Checkout;
using Market.Payments.Stripe.Comparison;
using Market.Payments.Stripe.Desk;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Payouts;
using Market.Payments.Stripe.Refunds;
using Market.Payments.Stripe.Settings;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Navigation;

namespace Market.Payments.Stripe;

public sealed class Startup(IShellConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services
            .AddStorage()
            .AddGateway(configuration)
            .AddCardPayments()
            .AddCheckout()
            .AddInbox()
            .AddRefunds()
            .AddPayouts()
            .AddComparison()
            .AddDesk()
            .AddSettings();

        services.AddNavigationProvider<StripeAdminMenu>();
    }
}
