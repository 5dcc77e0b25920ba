using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Drawers;
using Market.Payments.Books;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests.Drawers;

/// <summary>A drawer is closed once, whatever is recorded at the same moment; what happened to it is closed with the books and verified with them.</summary>
public abstract class DrawerChainTests(MarketFixture fixture)
{
    private const string Entries = "\"Ledger_DrawerEntryIndex\"";
    private const string Documents = "\"Ledger_Document\"";
    private const string Head = "\"LedgerDrawer\"";

    [Fact]
    public async Task A_drawer_is_closed_once_while_cash_comes_in_no_cent_is_lost_between_two_what_is_changed_is_named_and_a_closed_year_keeps_it()
    {
        var market = fixture.Market;
        var accounts = await market.OpenAccountsAsync(4);
        market.Clock.Set = market.Clock.UtcNow.Date.AddHours(12);
        await market.PostAsync(TestBooks.Payment(accounts[0], 3));
        market.Clock.Set = market.Clock.UtcNow.AddSeconds(1);
        var opened = await RecordAsync(market, Ask(DrawerMovement.Opened, "till-1") with { Name = "Till", Amount = TestBooks.Euros(50) });
        Assert.IsType<DrawerResult.Done>(opened);
        Assert.IsType<DrawerResult.Refused>(await RecordAsync(market, Ask(DrawerMovement.Opened, "till-2") with { Name = "TILL", Amount = TestBooks.Euros(50) }));

        market.Clock.Set = market.Clock.UtcNow.AddHours(1);
        await market.PostAsync(TestBooks.Payment(accounts[0], 10));
        var close = Ask(DrawerMovement.Closed, "till-1") with { Counted = TestBooks.Euros(60), ToBank = TestBooks.Euros(40), Reason = "Counted once" };
        market.Clock.Set = market.Clock.UtcNow.AddSeconds(5);
        var payments = accounts.SelectMany(account => Enumerable.Range(0, 5).Select(_ => market.PostAsync(TestBooks.Payment(account, 1))));
        var closings = Enumerable.Range(0, 6).Select(place => RecordAsync(market, place % 2 == 0 ? close : close with { IdempotencyKey = $"{close.IdempotencyKey}-{place}" })).ToList();
        await Task.WhenAll([.. payments, .. closings]);
        var answers = await Task.WhenAll(closings);
        Assert.Single(answers.OfType<DrawerResult.Done>());
        Assert.Equal(6, answers.Count(answer => answer is DrawerResult.Done or DrawerResult.Again || answer is DrawerResult.Refused { Fault.Kind: DrawerFaultKind.Closed }));

        var (drawer, left) = await market.InScopeAsync(services => services.GetRequiredService<IDrawers>().LeftAsync());
        Assert.Equal(drawer!.Closing!.Counted!.Value + TestBooks.Euros(30) - drawer.Closing.Cash!.Value, left);
        Assert.Equal([DrawerMovement.Opened, DrawerMovement.Taken, DrawerMovement.Closed], drawer.Entries.Select(entry => entry.Movement));

        market.Clock.Set = market.Clock.UtcNow.AddDays(1);
        Assert.Contains(await market.WorkAsync(ClosingRunner.RunAsync), closing => closing.Period.Kind is ClosingKind.Daily);
        Assert.IsType<DrawerResult.Done>(await RecordAsync(market, Ask(DrawerMovement.Opened, "till-3") with { Name = "Till", Amount = left }));
        await TestBooks.VerifiedAsync(market);

        await NamedAsync(market, Misfit.DrawerChanged, $"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", 'Counted once', 'Counted twice') WHERE \"Id\" = {DocumentAt(3)}", $"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", 'Counted twice', 'Counted once') WHERE \"Id\" = {DocumentAt(3)}");
        await NamedAsync(market, Misfit.DrawerUnreadable, $"UPDATE {Entries} SET \"DrawerId\" = 'till-9' WHERE \"Sequence\" = 2", $"UPDATE {Entries} SET \"DrawerId\" = 'till-1' WHERE \"Sequence\" = 2");
        await NamedAsync(market, Misfit.DrawerHead, $"UPDATE {Head} SET \"Sequence\" = 3", $"UPDATE {Head} SET \"Sequence\" = 4");
        await KeepAsync(market);
    }

    // A closed year keeps its drawers, and the form by which they are checked.
    private static async Task KeepAsync(MarketHost market)
    {
        market.Clock.Set = new DateTime(2031, 6, 1, 12, 0, 0, DateTimeKind.Utc);
        await market.PostAsync(TestBooks.Payment(await market.OpenAccountAsync(), 10) with { OccurredOn = new DateOnly(2031, 6, 1) });
        await RecordAsync(market, Ask(DrawerMovement.Opened, "till-2031") with { Name = "Of the year", Amount = TestBooks.Euros(5) });
        market.Clock.Set = new DateTime(2032, 1, 2, 12, 0, 0, DateTimeKind.Utc);
        await market.WorkAsync(ClosingRunner.RunAsync);
        await market.WorkAsync(YearKeeper.RunAsync);

        var kept = await market.InScopeAsync(services => services.GetRequiredService<YearFileStore>().ListAsync());
        Assert.Equal(1, kept.Single(file => file is { Name: "drawers.jsonl", To.Year: 2031 }).Records);
        Assert.Contains(kept, file => file is { Name: "drawer-format.md", To.Year: 2031 });
        await TestBooks.VerifiedAsync(market);
    }

    private static DrawerRequest Ask(DrawerMovement movement, string drawer) => new(movement, drawer, "fire", TestBooks.NewKey());

    private static Task<DrawerResult> RecordAsync(MarketHost market, DrawerRequest request) => market.WorkAsync(work => work.RunAsync(
        services => services.GetRequiredService<IDrawers>().RecordAsync(request),
        result => result is DrawerResult.Done));

    private static string DocumentAt(int place) => $"(SELECT \"DocumentId\" FROM {Entries} WHERE \"Sequence\" = {place})";

    private static async Task NamedAsync(MarketHost market, Misfit misfit, string change, string undo)
    {
        Assert.Equal(1, await market.SqlAsync(change));
        var finding = (await market.VerifyAsync()).Findings[0];
        var says = await market.InScopeAsync(services => Task.FromResult(services.GetRequiredService<FindingWords>().Say(finding)));
        Assert.Equal(1, await market.SqlAsync(undo));
        Assert.Equal(misfit, finding.Misfit);
        Assert.Contains("cash drawer", says, StringComparison.Ordinal);
        await TestBooks.VerifiedAsync(market);
    }
}

public sealed class DrawerChainOnSqlite(SqliteMarket fixture) : DrawerChainTests(fixture), IClassFixture<SqliteMarket>;

public sealed class DrawerChainOnPostgres(PostgresMarket fixture) : DrawerChainTests(fixture), IClassFixture<PostgresMarket>;
