using Market.Payments.Books;
using Market.Payments.FireTests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Market.Payments.FireTests;

/// <summary>Books that do not hold are no reason to end a process, and no news for strangers.</summary>
public sealed class HealthTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    [Fact]
    public async Task Broken_books_degrade_the_market_once_a_minute_and_tell_a_stranger_nothing()
    {
        var market = fixture.Market;
        var now = market.Clock.Set = new DateTime(2026, 5, 4, 9, 0, 0, DateTimeKind.Utc);
        var accountId = await market.OpenAccountAsync();
        Assert.Equal(HealthStatus.Healthy, await CheckAsync(stranger: false));

        await market.SqlAsync("UPDATE \"LedgerAccount\" SET \"Balance\" = \"Balance\" + 1 WHERE \"AccountId\" = @accountId", new { accountId });

        Assert.Equal(HealthStatus.Healthy, await CheckAsync(stranger: false));
        market.Clock.Set = now + BooksHealthMemory.Lifetime;
        Assert.Equal(HealthStatus.Degraded, await CheckAsync(stranger: false));
        Assert.Equal(HealthStatus.Healthy, await CheckAsync(stranger: true));
    }

    private Task<HealthStatus> CheckAsync(bool stranger) => fixture.Market.InScopeAsync(async services =>
    {
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = stranger ? new DefaultHttpContext() : null;
        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        return report.Status;
    });
}
