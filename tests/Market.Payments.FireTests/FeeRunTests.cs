using System.Diagnostics;
using Market.Ledger;
using Market.Payments.Fees;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Models;
using Microsoft.Extensions.DependencyInjection;
using YesSql;

namespace Market.Payments.FireTests;

/// <summary>Hundreds of accounts are charged in one commit, or none is.</summary>
public abstract class FeeRunTests(MarketFixture fixture)
{
    private const int Accounts = 200;

    [Fact]
    public async Task Many_accounts_are_charged_all_or_none_whatever_fails()
    {
        var market = fixture.Market;
        await market.SettleAsync(settings => settings.FeeApprovalMinorUnits = 0);
        var accounts = await market.OpenAccountsAsync(Accounts);
        var request = new FeeRequest
        {
            Name = "Season " + TestBooks.NewKey(),
            Kind = OperationKind.Fee,
            Amount = TestBooks.Euros(-12),
            OccurredOn = new DateOnly(2026, 11, 1),
            AccountIds = [.. accounts.Reverse()],
            BelowFloorToo = true,
        };
        var seen = await market.InScopeAsync(async services => (await services.GetRequiredService<FeePlanner>().PreviewAsync(request)).Seen);

        await Assert.ThrowsAsync<InvalidOperationException>(() => PostAsync(market, request, seen, _ => throw new InvalidOperationException("The power went.")));
        await TestBooks.HoldAsync(market, accounts[0], 0, TestBooks.Euros(0));

        var tries = 0;
        var clock = Stopwatch.StartNew();
        var answer = await PostAsync(market, request, seen, _ => ++tries > 1 ? 0 : throw new ConcurrencyException(new Document()));
        Say($"{Accounts} accounts, {tries} tries: {clock.Elapsed}.");

        Assert.Equal((FeeOutcome.Done, 2, Accounts), (answer.Outcome, tries, answer.Run!.Lines.Count));
        foreach (var account in new[] { accounts[0], accounts[^1] })
        {
            await TestBooks.HoldAsync(market, account, 1, TestBooks.Euros(-12));
        }

        clock.Restart();
        var undone = await market.InScopeAsync(services => services.GetRequiredService<FeeDesk>().UndoAsync(answer.Run, "A mistake", new DateOnly(2026, 11, 2), "fire"));
        Say($"Undone: {clock.Elapsed}.");

        Assert.Equal(FeeRunState.Undone, undone.Run!.State);
        await TestBooks.HoldAsync(market, accounts[0], 2, TestBooks.Euros(0));
        Assert.Equal(2 * Accounts, (await TestBooks.VerifiedAsync(market)).Operations);
    }

    private static Task<FeeAnswer> PostAsync(MarketHost market, FeeRequest request, string seen, Func<FeeAnswer, int> last) => market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var answer = await services.GetRequiredService<FeeBooks>().PostAsync(request, seen, "one form", "fire");
            last(answer);
            return answer;
        },
        answer => answer.Outcome is FeeOutcome.Done));

    private static void Say(string what) => TestContext.Current.TestOutputHelper?.WriteLine(what);
}

public sealed class FeeRunsOnSqlite(SqliteMarket fixture) : FeeRunTests(fixture), IClassFixture<SqliteMarket>;

public sealed class FeeRunsOnPostgres(PostgresMarket fixture) : FeeRunTests(fixture), IClassFixture<PostgresMarket>;
