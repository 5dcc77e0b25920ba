using Microsoft.Data.Sqlite;

namespace Market.Payments.Storage.Sqlite;

/// <summary>
/// Has units of work wait for the disk together. SQLite writes one commit after the other and, left alone, has the disk keep each before the
/// next begins. In its WAL mode a commit is whole once it is in the log, and what the log holds is in the order of the commits: whoever
/// committed may let the next one write, and be answered as soon as the disk keeps the log up to there. A loss of power takes what was
/// answered to nobody, and breaks nothing: https://www.sqlite.org/pragma.html#pragma_synchronous, NORMAL.
/// </summary>
public sealed class SqliteDurability : IDisposable
{
    // Of a large market's indexes each posting touches pages of its own; SQLite would keep two megabytes of them.
    private const int CachedKibibytes = 16_384;

    private readonly SqliteCheckpoints _checkpoints;
    private readonly SharedFlush _flush;

    private volatile string? _log;
    private volatile string? _database;

    public SqliteDurability(SqliteCheckpoints checkpoints) => (_checkpoints, _flush) = (checkpoints, new SharedFlush(FlushLog));

    /// <summary>Has a connection's commits not wait for the disk, if its database has a log.</summary>
    /// <returns>Whether it has.</returns>
    public bool Defer(SqliteConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        var isLogged = string.Equals(command.ExecuteScalar() as string, "wal", StringComparison.OrdinalIgnoreCase);
        command.CommandText = isLogged
            ? FormattableString.Invariant($"PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = {SqliteCheckpoints.MostPages}; PRAGMA cache_size = -{CachedKibibytes}")
            : "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
        if (isLogged)
        {
            (_database, _log) = (connection.ConnectionString, connection.DataSource + "-wal");
        }

        return isLogged;
    }

    /// <summary>Waits until the disk keeps all that units of work have committed.</summary>
    public async Task WaitAsync()
    {
        if (_log is not null)
        {
            await _flush.RunAsync();
            _checkpoints.Count(_database!);
        }
    }

    public void Dispose() => _flush.Dispose();

    // Opened anew each time: it is another file once all connections were closed. Where there is none, the disk keeps the database itself.
    private void FlushLog()
    {
        try
        {
            using var log = File.OpenHandle(_log!, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(log);
        }
        catch (FileNotFoundException)
        {
        }
    }
}
