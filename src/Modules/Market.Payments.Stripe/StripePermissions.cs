using OrchardCore.Security.Permissions;

namespace Market.Payments.Stripe;

public static class StripePermissions
{
    public static readonly Permission SettleProducers = new("SettleProducers", "Settle distributions with producers: transfer their shares and take them back", isSecurityCritical: true);
}
