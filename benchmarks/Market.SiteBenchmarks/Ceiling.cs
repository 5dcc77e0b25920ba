using System.Data.Common;
using Dapper;

namespace Market.SiteBenchmarks;

/// <summary>
/// What the database does at most: one row with its unique key, one balance row and one commit, by prepared commands and without anything
/// else. A caller keeps its connection; on SQLite they wait for one another before the database has to, as whoever wants its best does.
/// </summary>
internal sealed class Ceiling(Database database, int accounts) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    private bool IsSqlite => database.PostgresConnectionString is null;

    public async Task CreateAsync()
    {
        await using var connection = await database.ConnectAsync();
        await connection.ExecuteAsync("CREATE TABLE ceiling_account (id TEXT PRIMARY KEY, balance BIGINT NOT NULL, sequence BIGINT NOT NULL)");
        await connection.ExecuteAsync("CREATE TABLE ceiling_operation (key TEXT PRIMARY KEY, account TEXT NOT NULL, amount BIGINT NOT NULL, content TEXT NOT NULL)");
        for (var account = 0; account < accounts; account++)
        {
            await connection.ExecuteAsync("INSERT INTO ceiling_account VALUES (@id, 0, 0)", new { id = Id(account) });
        }
    }

    /// <param name="callers">How many at once.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="account">Which account is posted to next.</param>
    /// <param name="batch">How many rows a commit has.</param>
    /// <param name="waits">Whether a commit waits for the disk.</param>
    public async Task<Rate> RunAsync(int callers, TimeSpan duration, Func<int, int, int> account, int batch = 1, bool waits = true)
    {
        var content = new string('x', 600);
        var tills = new List<Till>();
        for (var caller = 0; caller < callers; caller++)
        {
            var connection = await database.ConnectAsync();
            if (!waits)
            {
                await connection.ExecuteAsync(IsSqlite ? "PRAGMA synchronous=NORMAL" : "SET synchronous_commit TO off");
            }

            tills.Add(new Till(connection, content));
        }

        try
        {
            return await Callers.RunAsync(callers, duration, async (caller, question) =>
            {
                if (IsSqlite)
                {
                    await _one.WaitAsync();
                }

                try
                {
                    await tills[caller].PostAsync(Enumerable.Range(0, batch).Select(place => Id(account(caller, (question * batch) + place))));
                }
                finally
                {
                    if (IsSqlite)
                    {
                        _one.Release();
                    }
                }
            });
        }
        finally
        {
            foreach (var till in tills)
            {
                await till.DisposeAsync();
            }
        }
    }

    public void Dispose() => _one.Dispose();

    private static string Id(int account) => FormattableString.Invariant($"account-{account:D20}");

    private sealed class Till : IAsyncDisposable
    {
        private readonly DbConnection _connection;
        private readonly DbCommand _insert;
        private readonly DbCommand _update;

        public Till(DbConnection connection, string content)
        {
            _connection = connection;
            _insert = connection.Prepared(null, "INSERT INTO ceiling_operation (key, account, amount, content) VALUES (@key, @account, 100, @content)", ("key", ""), ("account", ""), ("content", content));
            _update = connection.Prepared(null, "UPDATE ceiling_account SET balance = balance + 100, sequence = sequence + 1 WHERE id = @account", ("account", ""));
        }

        public async Task PostAsync(IEnumerable<string> accounts)
        {
            await using var transaction = await _connection.BeginTransactionAsync();
            (_insert.Transaction, _update.Transaction) = (transaction, transaction);
            foreach (var account in accounts.Order(StringComparer.Ordinal))
            {
                _insert.Parameters[0].Value = Guid.NewGuid().ToString();
                _insert.Parameters[1].Value = account;
                await _insert.ExecuteNonQueryAsync();
                _update.Parameters[0].Value = account;
                await _update.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _insert.DisposeAsync();
            await _update.DisposeAsync();
            await _connection.DisposeAsync();
        }
    }
}
