using System.Data.Common;
using MarketSite.TestHost;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Market.SiteBenchmarks;

/// <summary>
/// Where a run keeps everything: a SQLite file of its own, or a database of its own on a PostgreSQL server that writes through to the disk.
/// In a folder that is named it is there for the next run, on PostgreSQL as the database of the folder's name on a server that stays.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly PostgresServer? _server;
    private readonly string _folder;
    private readonly bool _isKept;

    private Database(PostgresServer? server, string? postgres, string name, string? folder)
    {
        (_server, PostgresConnectionString, Name, _isKept) = (server, postgres, name, folder is not null);
        _folder = folder ?? Directory.CreateTempSubdirectory("market-benchmark-").FullName;
        SiteFolder = Path.Combine(_folder, "site");
    }

    public string Name { get; }

    public string? PostgresConnectionString { get; }

    /// <summary>The data folder of the site.</summary>
    public string SiteFolder { get; }

    /// <param name="name">Either <c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="folder">Where everything is kept, by its full path; none for what goes with the run.</param>
    public static async Task<Database> CreateAsync(string name, string? folder = null)
    {
        if (name == "sqlite")
        {
            return new Database(null, null, name, folder);
        }

        var server = await PostgresServer.StartAsync(isDurable: true);
        var connection = folder is null ? await server.CreateDatabaseAsync() : await server.KeptDatabaseAsync(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
        return new Database(server, connection, name, folder);
    }

    /// <summary>An open connection for bare SQL, in the mode that the site uses.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = PostgresConnectionString is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={Path.Combine(_folder, "ceiling.db")};Cache=Private");
        await connection.OpenAsync();
        if (PostgresConnectionString is null)
        {
            await using var pragma = connection.CreateCommand();
            pragma.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL";
            await pragma.ExecuteNonQueryAsync();
        }

        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (!_isKept)
        {
            await Folders.DeleteAsync(_folder);
        }
    }
}
