using System.Globalization;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Models;
using Market.Payments.Paying;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.FireTests;

/// <summary>How long a payment link works, for how much, and how it ends.</summary>
public abstract class PaymentLinkTests(MarketFixture fixture)
{
    private MarketHost Market => fixture.Market;

    [Fact]
    public async Task Revoked_links_are_dead_and_those_made_since_and_of_others_work()
    {
        var (account, other) = (await Market.OpenAccountAsync(), await Market.OpenAccountAsync());
        var (old, before, others) = (await OldTokenAsync(account), await TokenAsync(account), await TokenAsync(other));
        Assert.Equal([account, account, other], [(await ReadAsync(old))!.AccountId, (await ReadAsync(before))!.AccountId, (await ReadAsync(others))!.AccountId]);

        await RevokeAsync(account);

        Assert.Null(await ReadAsync(old));
        Assert.Null(await ReadAsync(before));
        Assert.False(await UseAsync(before, "one"));
        Assert.NotNull(await ReadAsync(others));
        var since = await TokenAsync(account);
        Assert.NotNull(await ReadAsync(since));
        await RevokeAsync(account);
        Assert.Null(await ReadAsync(since));
        Assert.Null(await ReadAsync(before));
    }

    [Fact]
    public async Task A_link_is_used_up_by_what_is_sent_from_it_once_for_each()
    {
        await SettleAsync(settings => settings.PaymentLinkUses = 2);
        var account = await Market.OpenAccountAsync();
        var (old, token, another) = (await OldTokenAsync(account), await TokenAsync(account), await NextTokenAsync(account));

        Assert.True(await UseAsync(token, "one"));
        Assert.True(await UseAsync(token, "one"));
        Assert.False((await ReadAsync(token))!.IsUsedUp);
        Assert.True(await UseAsync(token, "two"));
        Assert.False(await UseAsync(token, "three"));
        Assert.True(await UseAsync(token, "two"));
        Assert.True((await ReadAsync(token))!.IsUsedUp);
        Assert.False((await ReadAsync(another))!.IsUsedUp);

        // What mails had before uses were counted goes on until it expires.
        Assert.True(await UseAsync(old, "one") && await UseAsync(old, "two") && await UseAsync(old, "three"));
        await SettleAsync(settings => settings.PaymentLinkUses = null);
        Assert.True(await UseAsync(token, "three"));
    }

    [Fact]
    public async Task Of_many_sent_at_once_no_more_are_taken_than_the_link_is_for()
    {
        await SettleAsync(settings => settings.PaymentLinkUses = 3);
        var token = await TokenAsync(await Market.OpenAccountAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(sender => UseAsync(token, $"sender {sender}")));

        Assert.Equal(3, answers.Count(taken => taken));
    }

    [Fact]
    public async Task A_link_lives_as_many_days_as_the_market_said_when_it_was_made()
    {
        var account = await Market.OpenAccountAsync();
        await SettleAsync(settings => settings.PaymentLinkDays = 5);
        var (token, old) = (await TokenAsync(account), await OldTokenAsync(account));
        await SettleAsync(settings => settings.PaymentLinkDays = 90);
        try
        {
            Market.Clock.Set = DateTime.UtcNow.AddDays(4.9);
            Assert.NotNull(await ReadAsync(token));
            Market.Clock.Set = DateTime.UtcNow.AddDays(5.1);
            Assert.Null(await ReadAsync(token));
            Assert.NotNull(await ReadAsync(old));
            Market.Clock.Set = DateTime.UtcNow.AddDays(60.1);
            Assert.Null(await ReadAsync(old));
        }
        finally
        {
            Market.Clock.Set = null;
        }
    }

    // As versions before 0.3 made them, for sixty days.
    private Task<string> OldTokenAsync(string account) => Market.InScopeAsync(services => Task.FromResult(services
        .GetRequiredService<IDataProtectionProvider>()
        .CreateProtector("Market.Payments.PaymentLink")
        .Protect(string.Create(CultureInfo.InvariantCulture, $"{new DateTimeOffset(Market.Clock.UtcNow).AddDays(60).ToUnixTimeMilliseconds()} {account}"))));

    private async Task<string> TokenAsync(string account)
    {
        await SiteAsync(site => site.BaseUrl = "https://market.test");
        return (await Market.InScopeAsync(services => services.GetRequiredService<IPaymentLinks>().CreateAsync(account)))!.Segments[^1];
    }

    private async Task<string> NextTokenAsync(string account)
    {
        Market.Clock.Set = DateTime.UtcNow.AddMinutes(1);
        try
        {
            return await TokenAsync(account);
        }
        finally
        {
            Market.Clock.Set = null;
        }
    }

    private Task<PaymentLink?> ReadAsync(string token) => Market.InScopeAsync(services => services.GetRequiredService<IPaymentLinks>().ReadAsync(token));

    private Task<bool> UseAsync(string token, string key) =>
        Market.WorkAsync(work => work.RunAsync(services => services.GetRequiredService<IPaymentLinks>().UseAsync(token, key), taken => taken));

    private Task<bool> RevokeAsync(string account) => Market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            await services.GetRequiredService<PaymentLinks>().RevokeAsync((await services.GetRequiredService<IClientAccounts>().FindAsync(account))!, "tester");
            return true;
        },
        _ => true));

    private Task<int> SettleAsync(Action<PaymentsSettings> change) => SiteAsync(site => site.Alter(change));

    private Task<int> SiteAsync(Action<ISite> change) => Market.InScopeAsync(async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        change(site);
        await sites.UpdateSiteSettingsAsync(site);
        return 0;
    });
}

public sealed class PaymentLinksOnSqlite(SqliteMarket fixture) : PaymentLinkTests(fixture), IClassFixture<SqliteMarket>;

public sealed class PaymentLinksOnPostgres(PostgresMarket fixture) : PaymentLinkTests(fixture), IClassFixture<PostgresMarket>;
