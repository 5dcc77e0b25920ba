using System.Text;
using Dapper;
using Market.Ledger;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Journals;
using Market.Ledger.Postings;
using Market.Payments.Books;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Journals;
using Market.Payments.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace Market.Payments.FireTests.Closings;

/// <summary>A year is over and delivered: nothing is dated in it any more, and what is let out of it is the same bytes for ever.</summary>
public abstract class ClosedYearTests(MarketFixture fixture)
{
    private static readonly FinancialYear Year = FinancialYear.Of(1, new DateOnly(2028, 12, 28));

    private static readonly DateOnly NewYear = new(2029, 1, 1);

    [Fact]
    public async Task A_closed_year_is_let_out_as_it_was_whatever_changes_and_takes_no_operation()
    {
        var market = fixture.Market;
        var account = await market.OpenAccountAsync();
        market.Clock.Set = new DateTime(2028, 12, 28, 10, 0, 0, DateTimeKind.Utc);
        await PostAsync(market, TestBooks.Payment(account, 20), new DateOnly(2028, 12, 28));
        market.Clock.Set = new DateTime(2028, 12, 29, 10, 0, 0, DateTimeKind.Utc);
        var order = await PostAsync(market, TestBooks.Order(account, 12.34m, "order-late"), new DateOnly(2028, 12, 30));
        market.Clock.Set = new DateTime(2029, 1, 20, 10, 0, 0, DateTimeKind.Utc);
        await PostAsync(market, TestBooks.Payment(account, 5), new DateOnly(2028, 12, 31));

        // As a market that closes by 0.2: the year is closed, and nothing of it is kept.
        Assert.Contains(await market.WorkAsync(ClosingRunner.RunAsync), closing => closing.Period.Key == "2028");
        var before = await ExportsAsync(market);
        Assert.Equal("market-2028-01-01-2028-12-31-FEC.txt", await NameAsync(market, Year.From));
        var kept = await market.WorkAsync(YearKeeper.RunAsync);
        Assert.Equal("732829320FEC20281231.txt", await NameAsync(market, Year.From));
        Assert.Equal("market-2028-01-02-2028-12-31-FEC.txt", await NameAsync(market, Year.From.AddDays(1)));
        Assert.Equal(before, await ExportsAsync(market));
        Assert.Equal(Year, Assert.Single(kept.Where(file => file.IsJournal).Select(file => new FinancialYear(file.From, file.To)), year => year == Year));
        Assert.Empty(await market.WorkAsync(YearKeeper.RunAsync));

        await RefusedAsync(market, account, order);
        await ChangeEverythingAsync(market, account);

        Assert.Equal(before, await ExportsAsync(market));
        Assert.Contains("Renamed", (await ExportAsync(market, JournalFormat.Csv, Year.Next())).Split('\n').First(line => line.Contains("À nouveau", StringComparison.Ordinal) && line.Contains("411", StringComparison.Ordinal)), StringComparison.Ordinal);
        var parts = await Task.WhenAll(ExportAsync(market, JournalFormat.Csv, Year, Year.From, new DateOnly(2028, 12, 29)), ExportAsync(market, JournalFormat.Csv, Year, new DateOnly(2028, 12, 30), Year.To));
        Assert.Equal(before[2].Split("\r\n").Order(), parts[0].Split("\r\n").Concat(parts[1].Split("\r\n").Skip(1)).SkipLast(1).Order());
        await TestBooks.VerifiedAsync(market);
        await TamperedAsync(market, kept.Single(file => file.IsJournal && file.From == Year.From));
    }

    private static async Task<Operation> PostAsync(MarketHost market, Posting posting, DateOnly day) =>
        Assert.IsType<PostingResult.Posted>(await market.PostAsync(posting with { OccurredOn = day })).Operation;

    // A person is told the first open day; a machine's operation is moved there, and says so.
    private static async Task RefusedAsync(MarketHost market, string account, Operation order)
    {
        foreach (var answer in new[] { await market.PostAsync(TestBooks.Payment(account, 1) with { OccurredOn = Year.To }), await market.ReverseAsync(TestBooks.Reversal(order) with { OccurredOn = Year.To }) })
        {
            var refusal = Assert.IsType<PostingResult.Refused>(answer).Refusal;
            Assert.Equal((RefusalReason.DayClosed, NewYear), (refusal.Reason, refusal.FirstOpenDay));
        }

        var moved = await PostAsync(market, TestBooks.Payment(account, 1) with { ClosedDayNote = "Its day is closed" }, Year.To);
        Assert.Equal((NewYear, "Its day is closed"), (moved.OccurredOn, moved.Memo));
    }

    // What journals look up when they are written: names and account numbers.
    private static Task<bool> ChangeEverythingAsync(MarketHost market, string account) => market.WorkAsync(work => work.RunAsync(
        async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var client = await contents.GetAsync(account, VersionOptions.DraftRequired);
            client.Alter<ClientAccountPart>(part => part.Name = "Renamed");
            await contents.UpdateAsync(client);
            await contents.PublishAsync(client);
            var settings = services.GetRequiredService<ISiteService>();
            var site = await settings.LoadSiteSettingsAsync();
            site.Put(new AccountingSettings { Numbers = { ["cash"] = "5309" } });
            await settings.UpdateSiteSettingsAsync(site);
            return true;
        },
        _ => true));

    private static async Task TamperedAsync(MarketHost market, YearFile file)
    {
        const string Parts = "\"LedgerYearFile\"";
        var content = await market.SqlAsync(transaction => transaction.Connection!.ExecuteScalarAsync<string>($"SELECT \"Content\" FROM {Parts} WHERE \"Number\" = @Number AND \"Part\" = 0", new { file.Number }, transaction));
        await market.SqlAsync($"UPDATE {Parts} SET \"Content\" = REPLACE(\"Content\", '1234', '1235') WHERE \"Number\" = @Number", new { file.Number });
        var finding = Assert.Single((await market.VerifyAsync()).Findings);
        Assert.Equal((Misfit.YearFileContent, (DateOnly?)Year.To), (finding.Misfit, finding.Day));
        await market.SqlAsync($"UPDATE {Parts} SET \"Content\" = @content WHERE \"Number\" = @Number AND \"Part\" = 0", new { content, file.Number });
        await TestBooks.VerifiedAsync(market);
    }

    private static Task<string> NameAsync(MarketHost market, DateOnly from) => market.InScopeAsync(services =>
        services.GetRequiredService<JournalExport>().NameAsync(JournalFormat.Fec, Siren.TryParse("732829320", out var siren) ? siren : null, Year, from, Year.To));

    private static async Task<string[]> ExportsAsync(MarketHost market) =>
        [await ExportAsync(market, JournalFormat.Fec, Year), await ExportAsync(market, JournalFormat.Hledger, Year), await ExportAsync(market, JournalFormat.Csv, Year)];

    private static Task<string> ExportAsync(MarketHost market, JournalFormat format, FinancialYear year) => ExportAsync(market, format, year, year.From, year.To);

    private static Task<string> ExportAsync(MarketHost market, JournalFormat format, FinancialYear year, DateOnly from, DateOnly to) => market.InScopeAsync(async services =>
    {
        using var file = new MemoryStream();
        await services.GetRequiredService<JournalExport>().WriteAsync(file, format, year, from, to);
        return (format is JournalFormat.Fec ? FecWriter.Encoding : Encoding.UTF8).GetString(file.ToArray());
    });
}

public sealed class ClosedYearsOnSqlite(SqliteMarket fixture) : ClosedYearTests(fixture), IClassFixture<SqliteMarket>;

public sealed class ClosedYearsOnPostgres(PostgresMarket fixture) : ClosedYearTests(fixture), IClassFixture<PostgresMarket>;
