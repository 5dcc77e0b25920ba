using System.Data.Common;
using MarketSite.TestHost;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Market.SiteBenchmarks;

/// <summary>Where a run keeps everything: a SQLite file of its own, or a database of its own on a PostgreSQL server that writes through to the disk.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly PostgresServer? _server;
    private readonly string _folder = Directory.CreateTempSubdirectory("market-ceiling-").FullName;

    private Database(PostgresServer? server, string? postgres, string name) => (_server, PostgresConnectionString, Name) = (server, postgres, name);

    public string Name { get; }

    public string? PostgresConnectionString { get; }

    public static async Task<Database> CreateAsync(string name)
    {
        if (name == "sqlite")
        {
            return new Database(null, null, name);
        }

        var server = await PostgresServer.StartAsync(isDurable: true);
        return new Database(server, await server.CreateDatabaseAsync(), name);
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

        await Folders.DeleteAsync(_folder);
    }
}
