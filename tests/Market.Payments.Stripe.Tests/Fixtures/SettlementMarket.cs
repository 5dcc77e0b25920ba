using Market.Ledger.Amounts;
using Market.Ledger.Settlements;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Settlements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OrchardCore.Entities;
using OrchardCore.Environment.Shell;
using OrchardCore.Settings;
using YesSql;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>A market inside the test's own process that pays producers by a fake Stripe, and whose clock and statements the tests set.</summary>
public sealed class SettlementMarket : IAsyncLifetime
{
    public const string Name = "A market in the test's own process";

    public const string LiveKey = "rk_live_51TheFakeSecretKeyThatNobodyMaySee";

    private const string ApiBase = "OrchardCore__Market_Payments_Stripe__ApiBase";

    public FakeStripe Stripe { get; private set; } = null!;

    public MarketHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Stripe = await FakeStripe.StartAsync();
        Environment.SetEnvironmentVariable(ApiBase, Stripe.Address.ToString().TrimEnd('/'));
        Host = await MarketHost.StartAsync(postgres: null);
        await Host.InScopeAsync(async services =>
        {
            var features = services.GetRequiredService<IShellFeaturesManager>();
            var found = (await features.GetAvailableFeaturesAsync()).Where(feature => feature.Id == StripeFeatures.Producers);
            await features.EnableFeaturesAsync(found, force: true);
            return true;
        });
        await SetKeyAsync(FakeStripe.SecretKey);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Stripe.DisposeAsync();
    }

    /// <summary>No statement, and a Stripe at which all goes well.</summary>
    public async Task ClearAsync()
    {
        Stripe.Recover();
        await Host.WorkAsync(work => work.RunAsync(
            async services =>
            {
                var session = services.GetRequiredService<ISession>();
                foreach (var statement in await session.Query<SettlementStatement, SettlementIndex>(StripeCollection.Name).ListAsync())
                {
                    session.Delete(statement, StripeCollection.Name);
                }

                return true;
            },
            _ => true));
    }

    /// <summary>Enters a key, which Stripe knows from then on.</summary>
    public async Task SetKeyAsync(string key)
    {
        Stripe.Key = key;
        await ChangeAsync((site, services) => site.Alter<StripeSettings>(settings => settings.ProtectedSecretKey = services.GetRequiredService<StripeKeyReader>().Protect(key)));
    }

    /// <summary>Keeps a statement that a settlement left so.</summary>
    public async Task<SettlementStatement> KeepAsync(string account, Action<SettlementStatement>? change = null, Money? amount = null)
    {
        var id = Guid.NewGuid().ToString("n")[..26];
        var share = amount ?? new Money(900, Currency.Euro);
        var zero = Money.Zero(share.Currency);
        var statement = new SettlementStatement
        {
            StatementId = id,
            ProducerId = "p" + id[1..],
            ProducerName = "The mill",
            Number = 1,
            DistributionId = "d",
            Settlement = new ProducerSettlement(zero, [new SettledDistribution("d", share, 0, zero)]),
            MadeAt = new DateTimeOffset(Host.Clock.UtcNow, TimeSpan.Zero),
            MadeBy = "clerk",
            StripeAccountId = account,
        };
        change?.Invoke(statement);
        await ChangeAsync((site, _) => site.Alter<ProducersSettings>(settings => settings.Producers[statement.ProducerId] = new ProducerTerms { StripeAccountId = account }));
        await Host.WorkAsync(work => work.RunAsync(
            async services =>
            {
                await services.GetRequiredService<SettlementStore>().SaveAsync(statement);
                return true;
            },
            _ => true));
        return statement;
    }

    public Task<SettlementStatement> ReadAsync(SettlementStatement statement) =>
        Host.InScopeAsync(async services => (await services.GetRequiredService<SettlementStore>().FindAsync(statement.StatementId))!);

    public Task<SettlementStatement> SendAgainAsync(SettlementStatement statement) =>
        Host.InScopeAsync(async services => (await services.GetRequiredService<TransferClerk>().SendAgainAsync(statement.StatementId))!);

    public Task<TakenBack> TakeBackAsync(SettlementStatement statement) =>
        Host.InScopeAsync(services => services.GetRequiredService<TransferReversals>().TakeBackAsync(statement.ProducerId, statement.IsLive, "clerk"));

    /// <summary>Runs the background task after a while.</summary>
    public async Task RunTaskAsync(TimeSpan later)
    {
        Host.Clock.Set = Host.Clock.UtcNow + later;
        await Host.InScopeAsync(async services =>
        {
            await new SettlementTask(NullLogger<SettlementTask>.Instance).DoWorkAsync(services, TestContext.Current.CancellationToken);
            return true;
        });
    }

    /// <summary>Changes the site's settings behind the pages' back.</summary>
    public Task<bool> ChangeAsync(Action<ISite, IServiceProvider> change) => Host.InScopeAsync(async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        change(site, services);
        await sites.UpdateSiteSettingsAsync(site);
        return true;
    });
}

[CollectionDefinition(SettlementMarket.Name)]
public sealed class SettlementMarketCollection : ICollectionFixture<SettlementMarket>;
