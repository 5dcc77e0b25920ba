using Market.Payments.AuditTrail;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.AuditTrail.Indexes;
using OrchardCore.AuditTrail.Models;
using OrchardCore.AuditTrail.Services;
using OrchardCore.AuditTrail.Services.Models;
using OrchardCore.Entities;
using OrchardCore.Security.Permissions;
using YesSql;

namespace Market.Payments.FireTests;

/// <summary>What the audit trail keeps, and for how long.</summary>
public abstract class TrailTests(MarketFixture fixture)
{
    [Fact]
    public async Task What_concerns_money_is_kept_as_long_as_the_books_however_soon_the_rest_is_trimmed()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        await market.PostAsync(TestBooks.Payment(account, 12));
        await market.InScopeAsync(async services =>
        {
            // What a module recorded that is switched off now, and something of Orchard's own.
            var change = new AuditTrailEvent { EventId = "change", Category = "Producers", Name = "TermsChanged", CorrelationId = "producer", CreatedUtc = market.Clock.UtcNow };
            change.Put(new BooksEvent { Subject = "Producer", Reason = "a → b" });
            await services.GetRequiredService<ISession>().SaveAsync(change, AuditTrailEvent.Collection);
            await services.GetRequiredService<IAuditTrailManager>().RecordEventAsync(new AuditTrailContext<Talk>("LoggedIn", "User", "somebody", "somebody", "somebody", new Talk()));
            return 0;
        });
        Assert.Equal((1, 1, 1), (await CountAsync(account), await CountAsync("producer"), await CountAsync("somebody")));

        await TrimAsync();

        Assert.Equal((1, 1, 0), (await CountAsync(account), await CountAsync("producer"), await CountAsync("somebody")));
        market.Clock.Set = DateTime.UtcNow.AddYears(10).AddDays(360);
        try
        {
            await TrimAsync();
            Assert.Equal((1, 1), (await CountAsync(account), await CountAsync("producer")));
            market.Clock.Set = DateTime.UtcNow.AddYears(11).AddDays(1);
            await TrimAsync();
            Assert.Equal((0, 0), (await CountAsync(account), await CountAsync("producer")));
        }
        finally
        {
            market.Clock.Set = null;
        }
    }

    [Fact]
    public async Task Rights_that_move_money_or_say_where_it_goes_are_security_critical()
    {
        var permissions = (await fixture.Market.InScopeAsync(async services => await services.GetRequiredService<IPermissionService>().GetPermissionsAsync())).ToList();

        Assert.All(
            ["RecordPayments", "CorrectOperations", "ManagePaymentSettings", "ManageBooks", "ManageOrders"],
            name => Assert.True(permissions.Single(permission => permission.Name == name).IsSecurityCritical, name));
        Assert.False(permissions.Single(permission => permission.Name == "ViewOrders").IsSecurityCritical);
    }

    private Task<int> TrimAsync() => fixture.Market.InScopeAsync(services => services.GetRequiredService<IAuditTrailManager>().TrimEventsAsync(TimeSpan.Zero));

    private Task<int> CountAsync(string correlationId) => fixture.Market.InScopeAsync(services => services.GetRequiredService<ISession>()
        .Query<AuditTrailEvent, AuditTrailEventIndex>(index => index.CorrelationId == correlationId, AuditTrailEvent.Collection).CountAsync());

    private sealed class Talk;
}

public sealed class TrailOnSqlite(SqliteMarket fixture) : TrailTests(fixture), IClassFixture<SqliteMarket>;

public sealed class TrailOnPostgres(PostgresMarket fixture) : TrailTests(fixture), IClassFixture<PostgresMarket>;
