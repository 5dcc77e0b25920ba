using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Payouts;
using Market.Payments.Books;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Stripe.Migrations;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Payouts;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests.Payouts;

/// <summary>What is booked of payouts is chained, closed with the books and verified with them.</summary>
public abstract class PayoutChainTests(MarketFixture fixture)
{
    private const string Entries = "\"Ledger_PayoutEntryIndex\"";
    private const string Documents = "\"Ledger_Document\"";
    private const string Head = "\"LedgerPayout\"";

    [Fact]
    public async Task A_payout_is_booked_once_whatever_happens_at_the_same_time_and_what_is_changed_is_named()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        market.Clock.Set = market.Clock.UtcNow.Date.AddHours(12);
        await market.PostAsync(TestBooks.Payment(account, 10));
        var day = market.Clock.Today;
        var arrived = new PayoutFacts("card", "po_storm", TestBooks.Euros(25)) { ArrivedOn = day, Fees = TestBooks.Euros(1) };
        await Task.WhenAll(Enumerable.Range(0, 12).Select(place => KeepAsync(market, place % 3 == 0 ? arrived with { PayoutId = $"po_{place}" } : arrived)));
        await KeepAsync(market, arrived with { Amount = new Money(2500, Currency.FromCode("USD")), PayoutId = "po_foreign" });
        var before = await BookedAsync(market, day);
        Assert.Equal(["po_0", "po_3", "po_6", "po_9", "po_storm"], before.Order(StringComparer.Ordinal));

        market.Clock.Set = market.Clock.UtcNow.AddDays(1);
        Assert.Contains(await market.WorkAsync(ClosingRunner.RunAsync), closing => closing.Period.Kind is ClosingKind.Daily);
        await KeepAsync(market, arrived with { ReturnedOn = day.AddDays(1) });
        await TestBooks.VerifiedAsync(market);
        Assert.Equal(before, await BookedAsync(market, day));
        Assert.Equal(["po_storm"], await BookedAsync(market, day.AddDays(1)));

        await NamedAsync(market, Misfit.PayoutChanged, $"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", '\"Fees\":\"100 EUR\"', '\"Fees\":\"200 EUR\"') WHERE \"Id\" = {DocumentAt(2)}", $"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", '\"Fees\":\"200 EUR\"', '\"Fees\":\"100 EUR\"') WHERE \"Id\" = {DocumentAt(2)}");
        await NamedAsync(market, Misfit.PayoutUnreadable, $"UPDATE {Entries} SET \"OccurredOn\" = '2020-01-01' WHERE \"Sequence\" = 2", $"UPDATE {Entries} SET \"OccurredOn\" = '{day:yyyy-MM-dd}' WHERE \"Sequence\" = 2");
        await NamedAsync(market, Misfit.PayoutHead, $"UPDATE {Head} SET \"Sequence\" = 5", $"UPDATE {Head} SET \"Sequence\" = 6");
        await NamedAsync(market, Misfit.PayoutUnreadable, $"UPDATE {Entries} SET \"Sequence\" = 60 WHERE \"Sequence\" = 6", $"UPDATE {Entries} SET \"Sequence\" = 6 WHERE \"Sequence\" = 60");
    }

    [Fact]
    public async Task What_the_journals_said_of_payouts_before_is_booked_as_they_said_it()
    {
        var market = fixture.Market;
        var arrives = new DateOnly(2024, 5, 6);
        var told = new DateTimeOffset(2024, 5, 7, 9, 0, 0, TimeSpan.Zero);
        Payout Kept(string id, string status) => new()
        {
            PayoutId = id,
            Status = status,
            StatusAt = told,
            Amount = TestBooks.Euros(20),
            ArrivesOn = arrives,
            Lines = [new PayoutLine { Kind = "charge", Gross = 2055, Fee = 55, Net = 2000 }],
        };
        for (var time = 0; time < 2; time++)
        {
            await market.WorkAsync(work => work.RunAsync(
                async services =>
                {
                    var store = services.GetRequiredService<PayoutStore>();
                    foreach (var payout in new[] { Kept("po_old", "paid"), Kept("po_back", "failed") })
                    {
                        await (await store.FindAsync(payout.PayoutId) is null ? store.SaveAsync(payout) : Task.CompletedTask);
                    }

                    await ActivatorUtilities.CreateInstance<StripeMigrations>(services).UpdateFrom3Async();
                    return true;
                },
                _ => true));
        }

        var booked = await market.InScopeAsync(services => services.GetRequiredService<IProviderPayouts>().OfDaysAsync(arrives, arrives.AddDays(1)));
        Assert.Equal(
            [("po_back", -2000L, 0L, told, arrives.AddDays(1)), ("po_back", 2000L, 55L, told, arrives), ("po_old", 2000L, 55L, told, arrives)],
            booked.OrderBy(payout => payout.Id, StringComparer.Ordinal).ThenBy(payout => payout.Amount).Select(payout => (payout.Id, payout.Amount.MinorUnits, payout.Fees.MinorUnits, payout.RecordedAt, payout.Day)));
        await TestBooks.VerifiedAsync(market);
    }

    private static string DocumentAt(int place) => $"(SELECT \"DocumentId\" FROM {Entries} WHERE \"Sequence\" = {place})";

    private static async Task NamedAsync(MarketHost market, Misfit misfit, string change, string undo)
    {
        Assert.Equal(1, await market.SqlAsync(change));
        var finding = (await market.VerifyAsync()).Findings[0];
        var says = await market.InScopeAsync(services => Task.FromResult(services.GetRequiredService<FindingWords>().Say(finding)));
        Assert.Equal(1, await market.SqlAsync(undo));
        Assert.Equal(misfit, finding.Misfit);
        Assert.Contains("payout", says, StringComparison.Ordinal);
        await TestBooks.VerifiedAsync(market);
    }

    private static Task<bool> KeepAsync(MarketHost market, PayoutFacts facts) => market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            await services.GetRequiredService<IProviderPayouts>().KeepAsync(facts);
            return true;
        },
        _ => true));

    private static Task<string[]> BookedAsync(MarketHost market, DateOnly day) => market.InScopeAsync(async services =>
        (await services.GetRequiredService<IProviderPayouts>().OfDaysAsync(day, day)).Select(payout => payout.Id).ToArray());
}

public sealed class PayoutChainOnSqlite(SqliteMarket fixture) : PayoutChainTests(fixture), IClassFixture<SqliteMarket>;

public sealed class PayoutChainOnPostgres(PostgresMarket fixture) : PayoutChainTests(fixture), IClassFixture<PostgresMarket>;
