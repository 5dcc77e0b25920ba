using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>A site whose Stripe is a fake one, with its keys set by the page that people use.</summary>
public abstract class StripeFixture : SiteFixture
{
    public const string WebhookSecret = "whsec_TheFakeWebhookSecretThatNobodyMaySee";

    private readonly Lazy<Task<FakeStripe>> _stripe = new(FakeStripe.StartAsync);
    private readonly SemaphoreSlim _once = new(1, 1);
    private bool _isSet;

    /// <summary>The fake Stripe, with the site's keys set.</summary>
    public async Task<FakeStripe> StripeAsync()
    {
        var stripe = await _stripe.Value;
        await _once.WaitAsync();
        try
        {
            if (!_isSet)
            {
                await StripeScenario.SetKeysAsync(await AdminAsync());
                _isSet = true;
            }
        }
        finally
        {
            _once.Release();
        }

        return stripe;
    }

    public override async Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options)
    {
        var variables = new Dictionary<string, string?>(options.Variables)
        {
            ["OrchardCore__Market_Payments_Stripe__ApiBase"] = (await _stripe.Value).Address.ToString().TrimEnd('/'),
            ["OrchardCore__Market_Payments_Stripe__TimeoutSeconds"] = "5",

            // At a quarter past the hour it would find what a test keeps from the site.
            ["OrchardCore__Market_Payments_Stripe__ComparesByItself"] = "false",
            ["OrchardCore__OrchardCore_BackgroundService__PollingTime"] = "00:00:05",
        };
        return await WithDatabaseAsync(options with { Variables = variables });
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            _once.Dispose();
            if (_stripe.IsValueCreated)
            {
                await (await _stripe.Value).DisposeAsync();
            }
        }

        GC.SuppressFinalize(this);
    }

    protected abstract Task<SiteOptions> WithDatabaseAsync(SiteOptions options);
}
