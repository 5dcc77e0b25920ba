using Market.Payments.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Market.Payments.FireTests.Disk;

/// <summary>The log is brought into the database by nobody who commits, and not by each commit.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Commits = 64;

    private readonly string _folder = Directory.CreateTempSubdirectory("market-checkpoint-").FullName;
    private readonly SqliteConnection _writer;

    public CheckpointTests()
    {
        _writer = new SqliteConnection($"Data Source={Database};Pooling=false");
        _writer.Open();
        Execute($"PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = {SqliteCheckpoints.MostPages}; CREATE TABLE payment (id INTEGER); PRAGMA wal_checkpoint");
    }

    private string Database => Path.Combine(_folder, "market.db");

    [Fact]
    public void After_some_commits_the_database_has_all_of_them_and_before_none()
    {
        using (var checkpoints = new SqliteCheckpoints(NullLogger<SqliteCheckpoints>.Instance))
        {
            Commit(checkpoints, Commits - 1);
        }

        Assert.Equal(0, CountWithoutLog());
        using (var checkpoints = new SqliteCheckpoints(NullLogger<SqliteCheckpoints>.Instance))
        {
            Commit(checkpoints, Commits);
        }

        Assert.Equal((2 * Commits) - 1, CountWithoutLog());
    }

    [Fact]
    public void Where_the_database_is_gone_none_is_made_and_who_commits_is_told_nothing()
    {
        var gone = Path.Combine(_folder, "gone.db");
        using (var checkpoints = new SqliteCheckpoints(NullLogger<SqliteCheckpoints>.Instance))
        {
            for (var commit = 0; commit < Commits; commit++)
            {
                checkpoints.Count($"Data Source={gone}");
            }
        }

        Assert.False(File.Exists(gone));
    }

    public void Dispose()
    {
        _writer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Commit(SqliteCheckpoints checkpoints, int commits)
    {
        for (var commit = 0; commit < commits; commit++)
        {
            Execute("INSERT INTO payment VALUES (1)");
            checkpoints.Count(_writer.ConnectionString);
        }
    }

    private void Execute(string sql)
    {
        using var command = new SqliteCommand(sql, _writer);
        command.ExecuteNonQuery();
    }

    // The file alone, as it would be found without its log.
    private long CountWithoutLog()
    {
        var copy = Path.Combine(_folder, Guid.NewGuid() + ".db");
        File.Copy(Database, copy);
        using var connection = new SqliteConnection($"Data Source={copy};Pooling=false");
        connection.Open();
        using var command = new SqliteCommand("SELECT COUNT(*) FROM payment", connection);
        return (long)command.ExecuteScalar()!;
    }
}
