using System.Text.Json;
using Market.Payments.Banking.Cheques;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests.Closings;

/// <summary>Which deposit slips a year keeps, and what it says of them.</summary>
public abstract class SlipArchiveTests(MarketFixture fixture)
{
    private static readonly DateOnly December = new(2029, 12, 20);

    private static readonly DateOnly January = new(2030, 1, 4);

    [Fact]
    public async Task A_slip_is_in_the_year_it_was_made_and_again_in_the_year_in_which_it_changed_after_that_was_kept()
    {
        var market = fixture.Market;
        market.Clock.Set = new DateTime(2029, 12, 20, 10, 0, 0, DateTimeKind.Utc);
        var account = await market.OpenAccountAsync();
        var answer = Assert.IsType<ChequeAnswer.Done>(await MakeAsync(market, account, "0001", "0002"));
        var (number, first) = (answer.Slip!.Number, answer.Slip.Lines[0]);
        var quiet = Assert.IsType<ChequeAnswer.Done>(await MakeAsync(market, account, "0003")).Slip!.Number;
        await market.InScopeAsync(services => services.GetRequiredService<SlipDesk>().BankAsync(quiet, December, "fire"));

        market.Clock.Set = new DateTime(2030, 1, 1, 10, 0, 0, DateTimeKind.Utc);
        var kept = new DateTimeOffset(market.Clock.UtcNow, TimeSpan.Zero);
        var made = Assert.Single(await LinesAsync(market, 2029, since: null), line => Number(line) == number);
        Assert.False(made.TryGetProperty("banked-on", out _));
        Assert.Equal(["0001", "0002"], made.GetProperty("cheques").EnumerateArray().Select(cheque => cheque.GetProperty("number").GetString()).Order());
        Assert.DoesNotContain("Aunt May", made.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(await LinesAsync(market, 2029, since: null), line => Number(line) == quiet);

        market.Clock.Set = new DateTime(2030, 1, 4, 10, 0, 0, DateTimeKind.Utc);
        await market.InScopeAsync(services => services.GetRequiredService<SlipDesk>().BankAsync(number, January, "fire"));
        var banked = Assert.Single(await LinesAsync(market, 2030, kept));
        Assert.Equal((number, "2030-01-04"), (Number(banked), banked.GetProperty("banked-on").GetString()));

        // It came back a year later: only that year has it once more.
        market.Clock.Set = new DateTime(2031, 2, 1, 10, 0, 0, DateTimeKind.Utc);
        var since = kept.AddYears(1);
        Assert.Empty(await LinesAsync(market, 2031, since));
        Assert.IsType<ChequeAnswer.Done>(await market.InScopeAsync(services =>
            services.GetRequiredService<BounceDesk>().BounceAsync(first.ChequeId, new DateOnly(2031, 1, 30), "No funds", fee: null, "fire")));
        var cheque = Assert.Single(await LinesAsync(market, 2031, since)).GetProperty("cheques")[0];
        Assert.Equal(("2031-01-30", "No funds"), (cheque.GetProperty("bounced-on").GetString(), cheque.GetProperty("bounced-because").GetString()));
    }

    private static async Task<ChequeAnswer> MakeAsync(MarketHost market, string account, params string[] numbers)
    {
        foreach (var number in numbers)
        {
            await market.PostAsync(TestBooks.Payment(account, 12) with
            {
                Method = BuiltInMethods.Cheque,
                OccurredOn = December,
                Details = new Dictionary<string, string> { ["cheque-number"] = number, ["cheque-bank"] = "Banque" },
            });
        }

        var hand = await market.InScopeAsync(services => services.GetRequiredService<ChequeStore>().InHandAsync(100));
        var mine = hand.Where(cheque => cheque.AccountId == account).OrderBy(cheque => cheque.Number, StringComparer.Ordinal).Select(cheque => cheque.Id).ToList();
        Assert.IsType<ChequeAnswer.Done>(await market.InScopeAsync(services => services.GetRequiredService<ChequeDesk>().NoteAsync(mine[0], null, "Aunt May")));
        return await market.InScopeAsync(services => services.GetRequiredService<SlipDesk>().MakeAsync(mine, December, "fire", TestBooks.NewKey()));
    }

    private static Task<IReadOnlyList<JsonElement>> LinesAsync(MarketHost market, int year, DateTimeOffset? since) => market.InScopeAsync(async services =>
        (IReadOnlyList<JsonElement>)[.. (await services.GetServices<IYearRecords>().Single(records => records.FileName == "slips.jsonl")
            .WriteAsync(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), since).ToListAsync()).Select(line => JsonDocument.Parse(line).RootElement)]);

    private static long Number(JsonElement slip) => slip.GetProperty("number").GetInt64();
}

public sealed class SlipArchiveOnSqlite(SqliteMarket fixture) : SlipArchiveTests(fixture), IClassFixture<SqliteMarket>;

public sealed class SlipArchiveOnPostgres(PostgresMarket fixture) : SlipArchiveTests(fixture), IClassFixture<PostgresMarket>;
