using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Market.Payments.Storage.Sqlite;

/// <summary>
/// Brings SQLite's log into the database beside the postings. SQLite has whoever commits do so as soon as the log has a thousand pages, which
/// then keeps all who come after it waiting: in a large market, where each posting writes to pages of its own, for tens of milliseconds each
/// sixtieth time.
/// </summary>
public sealed class SqliteCheckpoints(ILogger<SqliteCheckpoints> logger) : IDisposable
{
    /// <summary>So many pages of the log are left to whoever commits, lest it grows for as long as they come without a pause: 64 MB of the usual pages.</summary>
    public const int MostPages = 16_000;

    private const int Commits = 64;

    private readonly Lock _lock = new();

    private int _commits;
    private Task _last = Task.CompletedTask;

    /// <summary>Counts a commit; once there are some, the log is brought in.</summary>
    /// <param name="connectionString">The database.</param>
    public void Count(string connectionString)
    {
        lock (_lock)
        {
            if (++_commits >= Commits && _last.IsCompleted)
            {
                _commits = 0;
                _last = Task.Run(() => Run(connectionString));
            }
        }
    }

    public void Dispose() => _last.Wait();

    // It takes what it can without waiting for anybody, and nobody waits for it.
    private void Run(string connectionString)
    {
        try
        {
            // A tenant that is deleted meanwhile gets no new database.
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception)
        {
            logger.LogWarning(exception, "The log of the database was not brought in; whoever commits will do it.");
        }
    }
}
