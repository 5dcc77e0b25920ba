using System.Data.Common;
using Dapper;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Storage;
using Market.Payments.Storage.Postgres;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using YesSql;

namespace Market.Payments.FireTests.Disk;

/// <summary>What units of work have the database parse is kept for the next ones, and nothing else of them is.</summary>
public sealed class KeptStatementTests(SqliteMarket fixture) : IClassFixture<SqliteMarket>
{
    [Fact]
    public async Task Units_of_work_get_the_connections_of_those_before_them()
    {
        const int Units = 20;
        var seen = new HashSet<SqliteConnection>();
        for (var unit = 0; unit < Units; unit++)
        {
            seen.Add(await ConnectionAsync());
        }

        // What else the site does meanwhile may have one or two.
        Assert.InRange(seen.Count, 1, Units / 4);
    }

    [Fact]
    public async Task A_connection_on_which_somebody_still_reads_goes_to_nobody()
    {
        var left = await fixture.Market.WorkAsync(work => work.RunAsync(
            async services =>
            {
                var connection = await services.GetRequiredService<ISession>().CreateConnectionAsync();
                var command = connection.CreateCommand();
                command.CommandText = "SELECT 1 UNION SELECT 2";
                Assert.True(await (await command.ExecuteReaderAsync()).ReadAsync());
                return connection;
            },
            _ => false));

        Assert.NotSame(left, await ConnectionAsync());
    }

    [Fact]
    public async Task One_text_is_read_twice_at_once_and_with_other_parameters_each_time()
    {
        const string Text = "SELECT @from AS Number UNION SELECT @from + 1 UNION SELECT @from + 2";

        var read = await fixture.Market.WorkAsync(work => work.RunAsync(
            async services =>
            {
                var connection = await services.GetRequiredService<ISession>().CreateConnectionAsync();
                var pairs = new List<(long, long)>();
                foreach (var one in connection.Query<long>(Text, new { from = 10 }, buffered: false))
                {
                    pairs.AddRange(connection.Query<long>(Text, new { from = one * 10 }, buffered: false).Select(other => (one, other)));
                }

                return pairs;
            },
            _ => false));

        Assert.Equal([(10, 100), (10, 101), (10, 102), (11, 110), (11, 111), (11, 112), (12, 120), (12, 121), (12, 122)], read);
    }

    [Fact]
    public async Task What_was_parsed_before_a_table_changed_is_right_after_it()
    {
        const string Text = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'kept_for_a_test'";
        Assert.Equal(0, await WithAsync(connection => connection.ExecuteScalarAsync<long>(Text)));

        await WithAsync(connection => connection.ExecuteAsync("CREATE TABLE kept_for_a_test (a TEXT)"));
        await WithAsync(connection => connection.ExecuteAsync("INSERT INTO kept_for_a_test VALUES ('1')"));
        Assert.Equal(["a"], await WithAsync(ColumnsAsync));
        await WithAsync(connection => connection.ExecuteAsync("ALTER TABLE kept_for_a_test ADD COLUMN b TEXT"));

        Assert.Equal(["a", "b"], await WithAsync(ColumnsAsync));
        Assert.Equal(1, await WithAsync(connection => connection.ExecuteScalarAsync<long>(Text)));
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM kept_for_a_test";
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private Task<SqliteConnection> ConnectionAsync() => WithAsync(connection => Task.FromResult((SqliteConnection)connection));

    private Task<T> WithAsync<T>(Func<DbConnection, Task<T>> ask) => fixture.Market.WorkAsync(work => work.RunAsync(
        async services => await ask(await services.GetRequiredService<ISession>().CreateConnectionAsync()),
        _ => true));
}

/// <summary>On PostgreSQL the driver keeps them.</summary>
public sealed class KeptStatementsOnPostgres(PostgresMarket fixture) : IClassFixture<PostgresMarket>
{
    private const int Postings = 30;

    [Fact]
    public async Task The_database_keeps_what_postings_repeat()
    {
        var account = await fixture.Market.OpenAccountAsync();
        for (var posting = 0; posting < Postings; posting++)
        {
            await fixture.Market.PostAsync(TestBooks.Payment(account, 1.05m));
        }

        var kept = await fixture.Market.SqlAsync(async transaction => (await transaction.Connection!.QueryAsync<string>(
            "SELECT statement FROM pg_prepared_statements", transaction: transaction)).AsList());

        Assert.Contains(kept, statement => statement.Contains("insert into", StringComparison.OrdinalIgnoreCase) && statement.Contains("OperationIndex", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_has_a_connection_set_back_that_only_ever_had_transactions()
    {
        var connectionString = await fixture.Market.SqlAsync(transaction => Task.FromResult(transaction.Connection!.ConnectionString));

        Assert.True(new NpgsqlConnectionStringBuilder(connectionString).NoResetOnClose);
    }

    [Theory]
    [InlineData("", 200, true)]
    [InlineData("Max Auto Prepare=5", 5, true)]
    [InlineData("No Reset On Close=false", 200, false)]
    [InlineData("max auto prepare=0;no reset on close=false", 0, false)]
    public void What_a_markets_own_connection_string_says_is_left(string said, int kept, bool isKept)
    {
        using var connection = new PreparingConnections(new DbConnectionFactory<NpgsqlConnection>("Host=db.example;" + said)).CreateConnection();

        var connectionString = new NpgsqlConnectionStringBuilder(connection.ConnectionString);
        Assert.Equal(("db.example", kept, isKept), (connectionString.Host, connectionString.MaxAutoPrepare, connectionString.NoResetOnClose));
    }

    [Fact]
    public async Task Document_ids_are_leased_by_the_thousand()
    {
        var before = await NextIdAsync();
        var account = await fixture.Market.OpenAccountAsync();
        for (var posting = 0; posting < Postings; posting++)
        {
            await fixture.Market.PostAsync(TestBooks.Payment(account, 1.05m));
        }

        // More than one block of YesSql's own twenty would be gone; of ours none or one.
        Assert.Contains(await NextIdAsync() - before, new[] { 0L, 1_000L });
    }

    private Task<long> NextIdAsync() => fixture.Market.InScopeAsync(async services =>
    {
        var (session, tables) = (services.GetRequiredService<ISession>(), services.GetRequiredService<LedgerTables>());
        return (await tables.QueryAsync<long>(
            session,
            $"SELECT [nextval] FROM {services.GetRequiredService<IStore>().Configuration.SqlDialect.QuoteForTableName(tables.Prefixed("Identifiers"), null)} WHERE [dimension] = '{LedgerCollection.Name}'"))[0];
    });
}
