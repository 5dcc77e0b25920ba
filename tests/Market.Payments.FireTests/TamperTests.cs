using System.Data.Common;
using Dapper;
using Market.Ledger;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Postings;
using Market.Payments.Books;
using Market.Payments.FireTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.FireTests;

/// <summary>
/// Somebody with the database's password. Each change is made by plain SQL behind the ledger's back; the verification names what does not
/// fit and where, and holds again once the change is undone.
/// </summary>
public abstract class TamperTests(MarketFixture fixture)
{
    private const string Operations = "\"Ledger_OperationIndex\"";
    private const string Documents = "\"Ledger_Document\"";
    private const string Closings = "\"Ledger_ClosingIndex\"";
    private const string Accounts = "\"LedgerAccount\"";

    // The document of the operation that is tampered with, of the five that the account has.
    private const string Third = $"(SELECT \"DocumentId\" FROM {Operations} WHERE \"AccountId\" = @account AND \"Sequence\" = 3)";

    private static readonly string[] Tables = [Operations, Documents, Closings, Accounts];

    private string? _account;

    public static TheoryData<string> Changes => [.. Cases.Keys];

    /// <summary>What is changed, and what is found: the misfit and the operation's place, where it has one.</summary>
    private static Dictionary<string, Case> Cases { get; } = new()
    {
        ["an operation's amount"] = new(
            [$"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", '300 EUR', '900 EUR') WHERE \"Id\" = {Third}"],
            (Misfit.Unreadable, 3)),
        ["an operation's amount, in its index too"] = new(
            [
                $"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", '300 EUR', '900 EUR') WHERE \"Id\" = {Third}",
                $"UPDATE {Operations} SET \"Amount\" = 900 WHERE \"AccountId\" = @account AND \"Sequence\" = 3",
            ],
            (Misfit.Changed, 3),
            (Misfit.HeadBalance, null)),
        ["an operation's amount, in its index and its account's balance too"] = new(
            [
                $"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", '300 EUR', '900 EUR') WHERE \"Id\" = {Third}",
                $"UPDATE {Operations} SET \"Amount\" = 900 WHERE \"AccountId\" = @account AND \"Sequence\" = 3",
                $"UPDATE {Accounts} SET \"Balance\" = \"Balance\" + 600 WHERE \"AccountId\" = @account",
            ],
            (Misfit.Changed, 3)),
        ["an operation's memo"] = new(
            [$"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", 'Note 3', 'Note 4') WHERE \"Id\" = {Third}"],
            (Misfit.Changed, 3)),
        ["an operation's document to nonsense"] = new(
            [$"UPDATE {Documents} SET \"Content\" = '{{' WHERE \"Id\" = {Third}"],
            (Misfit.Unreadable, 3)),
        ["the amount in the index"] = new(
            [$"UPDATE {Operations} SET \"Amount\" = 900 WHERE \"AccountId\" = @account AND \"Sequence\" = 3"],
            (Misfit.Unreadable, 3)),
        ["an operation away"] = new(
            [
                $"DELETE FROM {Operations} WHERE \"AccountId\" = @account AND \"Sequence\" = 3",
                $"DELETE FROM {Documents} WHERE \"Content\" LIKE '%' || @account || '%Note 3%'",
            ],
            (Misfit.Gap, 4),
            (Misfit.HeadBalance, null)),
        ["the document of an operation away"] = new(
            [$"UPDATE {Operations} SET \"DocumentId\" = NULL WHERE \"AccountId\" = @account AND \"Sequence\" = 3", $"DELETE FROM {Documents} WHERE \"Content\" LIKE '%' || @account || '%Note 3%'"],
            (Misfit.Gap, 4)),
        ["the last operation away"] = new(
            [
                $"DELETE FROM {Operations} WHERE \"AccountId\" = @account AND \"Sequence\" = 5",
                $"DELETE FROM {Documents} WHERE \"Content\" LIKE '%' || @account || '%Note 5%'",
            ],
            (Misfit.HeadBalance, null),
            (Misfit.HeadSequence, null),
            (Misfit.HeadHash, null)),
        ["a copied operation in, after the last"] = new(
            [
                $"INSERT INTO {Documents} (\"Id\", \"Type\", \"Content\", \"Version\") SELECT 900000, \"Type\", REPLACE(\"Content\", '\"Sequence\":3', '\"Sequence\":6'), \"Version\" FROM {Documents} WHERE \"Id\" = {Third}",
                $"""
                INSERT INTO {Operations} ("DocumentId", "OperationId", "AccountId", "Sequence", "Kind", "Amount", "Method", "OccurredOn", "RecordedMilliseconds", "ReversalGuard", "KeyHash")
                SELECT 900000, 'copied', "AccountId", 6, "Kind", "Amount", "Method", "OccurredOn", "RecordedMilliseconds", 'is:copied', 'copied' FROM {Operations} WHERE "AccountId" = @account AND "Sequence" = 3
                """,
            ],
            (Misfit.Unreadable, 6)),
        ["two places swapped"] = new(
            [
                $"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", '\"Sequence\":3', '\"Sequence\":4') WHERE \"Id\" = {Third}",
                $"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", '\"Sequence\":4', '\"Sequence\":3') WHERE \"Id\" = (SELECT \"DocumentId\" FROM {Operations} WHERE \"AccountId\" = @account AND \"Sequence\" = 4)",
                $"UPDATE {Operations} SET \"Sequence\" = 99 WHERE \"AccountId\" = @account AND \"Sequence\" = 3",
                $"UPDATE {Operations} SET \"Sequence\" = 3 WHERE \"AccountId\" = @account AND \"Sequence\" = 4",
                $"UPDATE {Operations} SET \"Sequence\" = 4 WHERE \"AccountId\" = @account AND \"Sequence\" = 99",
            ],
            (Misfit.WrongPrevious, 3)),
        ["the account's balance"] = new([$"UPDATE {Accounts} SET \"Balance\" = \"Balance\" + 1 WHERE \"AccountId\" = @account"], (Misfit.HeadBalance, null)),
        ["the account's hash"] = new([$"UPDATE {Accounts} SET \"Hash\" = '0' WHERE \"AccountId\" = @account"], (Misfit.HeadHash, null)),
        ["the account's sequence"] = new([$"UPDATE {Accounts} SET \"Sequence\" = 4 WHERE \"AccountId\" = @account"], (Misfit.HeadSequence, null)),
        ["the account's pending sum"] = new([$"UPDATE {Accounts} SET \"Pending\" = 1 WHERE \"AccountId\" = @account"], (Misfit.HeadPending, null)),
        ["the account's row away"] = new([$"DELETE FROM {Accounts} WHERE \"AccountId\" = @account"], (Misfit.HeadMissing, null)),
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_is_changed_behind_the_ledgers_back_is_named(string change)
    {
        var market = fixture.Market;
        _account = await market.OpenAccountAsync();
        for (var place = 1; place <= 5; place++)
        {
            Assert.IsType<PostingResult.Posted>(await market.PostAsync(TestBooks.Payment(_account, place) with { Memo = $"Note {place}" }));
        }

        var findings = await TamperAsync(market, Cases[change].Sql);

        foreach (var (misfit, place) in Cases[change].Expected)
        {
            Assert.Contains(findings, finding => finding.Misfit == misfit && finding.AccountId == _account && finding.Sequence == place);
        }

        Assert.All(findings, finding => Assert.True(finding.AccountId == _account || finding.Period is not null));
    }

    [Fact]
    public async Task Even_a_whole_chain_computed_anew_does_not_fit_its_closing()
    {
        var market = fixture.Market;
        await CloseADayAsync(market);
        var findings = await TamperAsync(market, async transaction =>
        {
            var json = await market.InScopeAsync(services => Task.FromResult(services.GetRequiredService<Microsoft.Extensions.Options.IOptions<OrchardCore.Json.DocumentJsonSerializerOptions>>().Value.SerializerOptions));
            var (document, content) = await transaction.Connection!.QuerySingleAsync<(long, string)>(
                $"SELECT d.\"Id\", d.\"Content\" FROM {Documents} d INNER JOIN {Operations} o ON o.\"DocumentId\" = d.\"Id\" WHERE o.\"AccountId\" = @account", new { account = _account }, transaction);
            var forged = System.Text.Json.JsonSerializer.Deserialize<Operation>(content, json)! with { Amount = TestBooks.Euros(90) };
            forged = forged with { Hash = OperationHash.Of(forged) };
            await transaction.Connection!.ExecuteAsync($"UPDATE {Documents} SET \"Content\" = @content WHERE \"Id\" = @document", new { content = System.Text.Json.JsonSerializer.Serialize(forged, json), document }, transaction);
            await transaction.Connection!.ExecuteAsync($"UPDATE {Operations} SET \"Amount\" = 9000 WHERE \"AccountId\" = @account", new { account = _account }, transaction);
            await transaction.Connection!.ExecuteAsync($"UPDATE {Accounts} SET \"Balance\" = 9000, \"Hash\" = @hash WHERE \"AccountId\" = @account", new { account = _account, hash = forged.Hash }, transaction);
        });

        Assert.DoesNotContain(findings, finding => finding.AccountId is not null);
        Assert.Contains(findings, finding => finding is { Misfit: Misfit.ClosingTotals or Misfit.ClosingPerpetual or Misfit.ClosingRoot, Period.Kind: ClosingKind.Daily });
    }

    [Fact]
    public async Task A_closing_that_is_changed_is_named()
    {
        var market = fixture.Market;
        var closing = await CloseADayAsync(market);
        var findings = await TamperAsync(
            market,
            [$"UPDATE {Documents} SET \"Content\" = REPLACE(\"Content\", '{closing.Root}', '{new string('0', 64)}') WHERE \"Id\" = (SELECT \"DocumentId\" FROM {Closings} WHERE \"Period\" = '{closing.Period.Key}')"]);
        var finding = Assert.Single(findings);
        Assert.Equal((Misfit.ClosingChanged, closing.Period), (finding.Misfit, finding.Period));
    }

    [Fact]
    public async Task A_closing_that_is_taken_away_is_named()
    {
        var market = fixture.Market;
        await CloseADayAsync(market);
        var taken = await CloseADayAsync(market);
        var last = await CloseADayAsync(market);
        Assert.True(last.Period.Follows(taken.Period));
        var findings = await TamperAsync(market, [
            $"DELETE FROM {Closings} WHERE \"Period\" = '{taken.Period.Key}'",
            $"DELETE FROM {Documents} WHERE \"Content\" LIKE '%{taken.Hash}%' AND \"Content\" NOT LIKE '%{last.Hash}%'",
        ]);
        Assert.Contains(findings, finding => finding.Misfit is Misfit.ClosingGap && finding.Period == last.Period);
    }

    // Posts on a new account and closes the day it was posted on, and those before.
    private async Task<Closing> CloseADayAsync(MarketHost market)
    {
        _account = await market.OpenAccountAsync();

        // Noon is far from the minutes after midnight in which a day is not closed yet.
        market.Clock.Set = market.Clock.UtcNow.Date.AddHours(12);
        Assert.IsType<PostingResult.Posted>(await market.PostAsync(TestBooks.Payment(_account, 10)));
        market.Clock.Set = market.Clock.UtcNow.AddDays(1);
        var made = await market.WorkAsync(ClosingRunner.RunAsync);
        return made.Last(closing => closing.Period.Kind is ClosingKind.Daily);
    }

    private Task<IReadOnlyList<Finding>> TamperAsync(MarketHost market, string[] sql) => TamperAsync(market, async transaction =>
    {
        foreach (var statement in sql)
        {
            Assert.True(await transaction.Connection!.ExecuteAsync(statement, new { account = _account }, transaction) == 1, statement);
        }
    });

    private static async Task<IReadOnlyList<Finding>> TamperAsync(MarketHost market, Func<DbTransaction, Task> change)
    {
        await TestBooks.VerifiedAsync(market);
        var kept = await market.SqlAsync(async transaction =>
        {
            var rows = new Dictionary<string, IReadOnlyList<IDictionary<string, object>>>();
            foreach (var table in Tables)
            {
                rows[table] = [.. (await transaction.Connection!.QueryAsync($"SELECT * FROM {table}", transaction: transaction)).Cast<IDictionary<string, object>>()];
            }

            await change(transaction);
            return rows;
        });
        var report = await market.VerifyAsync();
        await market.SqlAsync(async transaction =>
        {
            // Indexes refer to documents: they go first and come last.
            foreach (var table in new[] { Operations, Closings, Accounts })
            {
                await transaction.Connection!.ExecuteAsync($"DELETE FROM {table}", transaction: transaction);
            }

            foreach (var table in new[] { Documents, Operations, Closings, Accounts })
            {
                await RestoreAsync(transaction, table, kept[table]);
            }

            return 0;
        });
        await TestBooks.VerifiedAsync(market);
        Assert.False(report.Holds);
        return report.Findings;
    }

    private static async Task RestoreAsync(DbTransaction transaction, string table, IReadOnlyList<IDictionary<string, object>> rows)
    {
        await transaction.Connection!.ExecuteAsync($"DELETE FROM {table}", transaction: transaction);
        foreach (var row in rows)
        {
            // The database numbers the rows of an index itself; nothing refers to those numbers.
            var names = row.Keys.Where(name => name != "Id" || table == Documents).ToList();
            var columns = string.Join(", ", names.Select(name => $"\"{name}\""));
            var values = string.Join(", ", names.Select(name => "@" + name));
            await transaction.Connection!.ExecuteAsync($"INSERT INTO {table} ({columns}) VALUES ({values})", row, transaction);
        }
    }

    private sealed record Case(string[] Sql, params (Misfit Misfit, long? Place)[] Expected);
}

public sealed class TamperOnSqlite(SqliteMarket fixture) : TamperTests(fixture), IClassFixture<SqliteMarket>;

public sealed class TamperOnPostgres(PostgresMarket fixture) : TamperTests(fixture), IClassFixture<PostgresMarket>;
