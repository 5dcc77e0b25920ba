using System.Data.Common;
using System.Diagnostics;
using Dapper;

namespace Market.SiteBenchmarks.Bulk;

/// <summary>The same rows by bare SQL: each written by a prepared command with its unique key, all of them in one commit, or read by one query.</summary>
internal sealed class BareRows(Database database) : IAsyncDisposable
{
    private DbConnection? _connection;
    private long _written;

    public async Task CreateAsync()
    {
        _connection = await database.ConnectAsync();
        await _connection.ExecuteAsync("CREATE TABLE bare_row (id BIGINT PRIMARY KEY, key TEXT NOT NULL UNIQUE, account TEXT NOT NULL, amount BIGINT NOT NULL, content TEXT NOT NULL)");
        await _connection.ExecuteAsync("CREATE TABLE bare_account (id TEXT PRIMARY KEY, balance BIGINT NOT NULL, sequence BIGINT NOT NULL)");
    }

    /// <summary>Writes rows of so many bytes, and after each a balance where it is one of an account.</summary>
    public async Task<TimeSpan> WriteAsync(int rows, int bytes, bool withBalance = false)
    {
        var watch = Stopwatch.StartNew();
        await using var transaction = await _connection!.BeginTransactionAsync();
        await using var insert = _connection!.Prepared(transaction, "INSERT INTO bare_row (id, key, account, amount, content) VALUES (@id, @key, @account, 100, @content)", ("id", 0L), ("key", ""), ("account", ""), ("content", new string('x', bytes)));
        await using var update = _connection!.Prepared(transaction, "INSERT INTO bare_account (id, balance, sequence) VALUES (@account, 100, 1) ON CONFLICT (id) DO UPDATE SET balance = bare_account.balance + 100, sequence = bare_account.sequence + 1", ("account", ""));
        for (var row = 0; row < rows; row++)
        {
            var account = FormattableString.Invariant($"account-{row:D20}");
            (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (++_written, Guid.NewGuid().ToString(), account);
            await insert.ExecuteNonQueryAsync();
            if (withBalance)
            {
                update.Parameters[0].Value = account;
                await update.ExecuteNonQueryAsync();
            }
        }

        await transaction.CommitAsync();
        return watch.Elapsed;
    }

    /// <summary>Reads so many of the rows that were written first.</summary>
    public async Task<TimeSpan> ReadAsync(int rows)
    {
        var watch = Stopwatch.StartNew();
        var read = (await _connection!.QueryAsync<(long, string, string, long, string)>("SELECT id, key, account, amount, content FROM bare_row WHERE id <= @rows ORDER BY id", new { rows })).AsList();
        return read.Count == rows ? watch.Elapsed : throw new InvalidOperationException($"{read.Count} of {rows} rows were there to read.");
    }

    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;
}
