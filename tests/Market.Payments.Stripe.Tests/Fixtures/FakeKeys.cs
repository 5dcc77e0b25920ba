using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>Switches paying by card on.</summary>
public static class FakeKeys
{
    /// <summary>The settings form with keys entered and the method ticked.</summary>
    public static SiteForm Fill(SiteForm form, string secretKey, string webhookSecret)
    {
        var methods = form.Fields.Where(field => field.Key.EndsWith("OfferedMethods", StringComparison.Ordinal)).ToList();
        return form
            .WithAll(methods[0].Key, [.. methods.Select(field => field.Value), "stripe"])
            .With(Name("PublishableKey"), FakeStripe.PublishableKey)
            .With(Name("SecretKey"), secretKey)
            .With(Name("WebhookSecret"), webhookSecret);

        string Name(string field) => form.Fields.Select(one => one.Key).First(key => key.EndsWith("." + field, StringComparison.Ordinal));
    }
}
