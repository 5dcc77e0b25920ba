using System.Text.Json.Nodes;
using Market.Payments.Books;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Models;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;

namespace Market.Payments.FireTests.Terms;

/// <summary>The names of time zones, of which .NET and Orchard know different ones.</summary>
public sealed class TimeZoneTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    [Theory]
    [InlineData("Europe/Paris", true)]
    [InlineData("America/Cayenne", true)]
    [InlineData("Romance Standard Time", false)]
    [InlineData("Europe/Pariss", false)]
    [InlineData("europe/paris", false)]
    [InlineData("", true)]
    public async Task The_market_has_the_hour_of_the_site_and_the_books_say_whose_it_is(string name, bool isKnown)
    {
        var before = await NameAsync(name);
        try
        {
            foreach (var instant in new[] { "2026-01-15T22:30Z", "2026-07-15T22:30Z" }.Select(text => DateTimeOffset.Parse(text, provider: null)))
            {
                var (market, site) = await fixture.Market.InScopeAsync(async services => (
                    await services.GetRequiredService<IMarketCalendar>().ToLocalAsync(instant),
                    await services.GetRequiredService<ILocalClock>().ConvertToLocalAsync(instant)));
                Assert.Equal(site.DateTime, market);
            }

            var books = await fixture.Market.InScopeAsync(services => services.GetRequiredService<BooksHealth>().ReadAsync());
            Assert.Equal(isKnown, books.Zone.IsKnown);
            Assert.Equal(isKnown, books.IsHealthy);
        }
        finally
        {
            await NameAsync(before);
        }
    }

    [Theory]
    [InlineData("2026-03-29T02:30", null)]
    [InlineData("2026-10-25T02:30", null)]
    [InlineData("2026-10-25T03:00", "2026-10-25T02:00Z")]
    [InlineData("2026-07-01T08:00", "2026-07-01T06:00Z")]
    public async Task An_hour_that_the_clocks_skip_or_show_twice_is_no_instant(string local, string? instant) => Assert.Equal(
        instant is null ? null : DateTimeOffset.Parse(instant, provider: null),
        await fixture.Market.InScopeAsync(services => services.GetRequiredService<IMarketCalendar>().ToInstantAsync(DateTime.Parse(local, provider: null))));

    [Fact]
    public async Task A_site_that_starts_with_an_unknown_time_zone_says_so()
    {
        await using var site = await SiteProcess.StartAsync(new SiteOptions
        {
            Variables = new Dictionary<string, string?> { ["OrchardCore__OrchardCore_AutoSetup__Tenants__0__SiteTimeZone"] = "Europe/Pariss" },
        });
        using var visitor = site.NewClient();
        await visitor.GetAsync("/Login");

        Assert.Contains(site.Faults, fault => fault.Contains("\"Europe/Pariss\" is not known here", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"TimeZoneId":"Europe/Pariss"}""", "The time zone Europe/Pariss is not known here. Write it like Europe/Paris.")]
    [InlineData("""{"TimeZoneId":"Romance Standard Time"}""", "The time zone Romance Standard Time is not known here. Write it like Europe/Paris.")]
    [InlineData("""{"PaymentsSettings":{"CurrencyCode":"EURO"}}""", "EURO is not a currency code. Examples: EUR, CHF, TND.")]
    [InlineData("""{"PaymentsSettings":{"CurrencyCode":"CHF"}}""", "The currency cannot change any more: there are operations in EUR.")]
    [InlineData("""{"TimeZoneId":"America/Cayenne"}""", null)]
    public async Task Orchards_own_settings_step_is_refused_what_the_pages_refuse(string step, string? sentence)
    {
        await fixture.Market.PostAsync(TestBooks.Payment(await fixture.Market.OpenAccountAsync(), 1));
        var before = await SettingsAsync();
        var context = new RecipeExecutionContext { Name = "Settings", Step = JsonNode.Parse(step)!.AsObject() };
        await fixture.Market.InScopeAsync(async services =>
        {
            foreach (var handler in services.GetServices<IRecipeStepHandler>())
            {
                await handler.ExecuteAsync(context);
            }

            return true;
        });

        var after = await SettingsAsync();
        Assert.Equal(sentence is null ? [] : [sentence], context.Errors);
        Assert.Equal(sentence is null ? ("America/Cayenne", before.Currency) : before, after);
        await NameAsync(before.Zone);
    }

    private Task<(string Zone, string Currency)> SettingsAsync() => fixture.Market.InScopeAsync(async services =>
    {
        var site = await services.GetRequiredService<ISiteService>().GetSiteSettingsAsync();
        return (site.TimeZoneId ?? string.Empty, site.GetOrCreate<PaymentsSettings>().CurrencyCode);
    });

    private Task<string> NameAsync(string name) => fixture.Market.InScopeAsync(async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var site = await sites.LoadSiteSettingsAsync();
        var before = site.TimeZoneId ?? string.Empty;
        site.TimeZoneId = name;
        await sites.UpdateSiteSettingsAsync(site);
        return before;
    });
}
