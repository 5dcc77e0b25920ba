using System.Diagnostics;
using Npgsql;

namespace MarketSite.TestHost;

/// <summary>
/// A PostgreSQL server to make databases on: the one that MARKET_TEST_POSTGRES names, or a private cluster from the installed binaries,
/// which goes when the tests end.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Variable = "MARKET_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresServer>> _shared = new(() => StartAsync());

    private readonly string _connectionString;
    private readonly string? _folder;
    private readonly List<string> _databases = [];
    private readonly EventHandler _stopAtExit;

    private PostgresServer(string connectionString, string? folder = null)
    {
        _connectionString = connectionString;
        _folder = folder;
        _stopAtExit = (_, _) => EndAsync().GetAwaiter().GetResult();
        AppDomain.CurrentDomain.ProcessExit += _stopAtExit;
    }

    /// <summary>Why there is no server to test on, or null where there is one.</summary>
    public static string? WhyNot =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || PostgresPrograms.AreThere
            ? null
            : $"No PostgreSQL: set {Variable} to a connection string of a server that may create databases, or install the server's binaries.";

    /// <summary>Creates an empty database for one site on the server that the whole run shares.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> NewDatabaseAsync() => await (await _shared.Value).CreateDatabaseAsync();

    /// <summary>A server of the caller's own, to be ended and restarted.</summary>
    /// <param name="isDurable">Whether what is committed reaches the disk, as it does on a market's own server.</param>
    public static async Task<PostgresServer> StartAsync(bool isDurable = false)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new PostgresServer(given);
        }

        var folder = await PostgresPrograms.NewFolderAsync();
        await PostgresPrograms.RunAsync("initdb", "-D", Data(folder), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        return await StartAsync(folder, isDurable);
    }

    /// <summary>A server that follows this one of the tests' own, which from then on acknowledges nothing that the other has not written.</summary>
    public async Task<PostgresServer> FollowAsync()
    {
        var folder = await PostgresPrograms.NewFolderAsync();
        await PostgresPrograms.RunAsync("pg_basebackup", "-h", _folder!, "-U", "postgres", "-D", Data(folder), "-R", "--checkpoint=fast");
        var standby = await StartAsync(folder, isDurable: true);
        await ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await ExecuteAsync("SELECT pg_reload_conf()");
        return standby;
    }

    /// <summary>The connection string of a database that is on this server or, once it is promoted, on another.</summary>
    public string WithStandby(string connectionString, PostgresServer standby)
    {
        ArgumentNullException.ThrowIfNull(standby);
        return new NpgsqlConnectionStringBuilder(connectionString) { Host = $"{_folder},{standby._folder}", TargetSessionAttributes = "primary" }.ConnectionString;
    }

    /// <summary>Creates an empty database for one site.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = "market_" + Guid.NewGuid().ToString("n");
        await ExecuteAsync($"CREATE DATABASE {name}");
        lock (_databases)
        {
            _databases.Add(name);
        }

        return new NpgsqlConnectionStringBuilder(_connectionString) { Database = name }.ConnectionString;
    }

    /// <summary>A database that outlives the run, on a server that does: it is created if it is not there yet.</summary>
    /// <param name="name">Its name, of small letters, digits and underscores.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> KeptDatabaseAsync(string name)
    {
        if (IsOurs)
        {
            throw new InvalidOperationException($"Nothing is kept on a server that goes with the run: name one in {Variable}.");
        }

        try
        {
            await ExecuteAsync($"CREATE DATABASE {name}");
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
        }

        return new NpgsqlConnectionStringBuilder(_connectionString) { Database = name }.ConnectionString;
    }

    /// <summary>Whether the server is the tests' own, so that they may restart it.</summary>
    public bool IsOurs => _folder is not null;

    /// <summary>How many deadlocks a server of the tests' own has met so far, by its log.</summary>
    public int Deadlocks => File.ReadLines(Path.Combine(_folder!, "log")).Count(line => line.Contains("ERROR:  deadlock detected", StringComparison.Ordinal));

    /// <summary>Ends the server at once, as a crash does, and starts it again.</summary>
    public Task RestartAsync() => PostgresPrograms.RunAsync("pg_ctl", "-D", Data(_folder!), "-l", Path.Combine(_folder!, "log"), "-m", "immediate", "-w", "restart");

    /// <summary>Ends the server at once, as a crash does, for good.</summary>
    public Task LoseAsync() => PostgresPrograms.RunAsync("pg_ctl", "-D", Data(_folder!), "-m", "immediate", "-w", "stop");

    /// <summary>Makes a server that followed another the one to write to.</summary>
    public Task PromoteAsync() => PostgresPrograms.RunAsync("pg_ctl", "-D", Data(_folder!), "-w", "promote");

    /// <summary>Writes a database into a file that goes with the server.</summary>
    /// <returns>The file.</returns>
    public async Task<string> DumpAsync(string connectionString)
    {
        var file = Path.Combine(_folder!, Guid.NewGuid().ToString("n") + ".dump");
        await PostgresPrograms.RunAsync("pg_dump", "--format=custom", "--file=" + file, Database(connectionString));
        return file;
    }

    /// <summary>Brings a database back to what a file of it says.</summary>
    public Task RestoreAsync(string connectionString, string file) =>
        PostgresPrograms.RunAsync("pg_restore", "--clean", "--if-exists", "--dbname=" + Database(connectionString), file);

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= _stopAtExit;
        await EndAsync();
    }

    private async Task EndAsync()
    {
        if (_folder is null)
        {
            foreach (var name in _databases)
            {
                await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            }
        }

        NpgsqlConnection.ClearAllPools();
        Stop();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private void Stop()
    {
        if (_folder is null || !Directory.Exists(_folder))
        {
            return;
        }

        if (File.Exists(Path.Combine(Data(_folder), "postmaster.pid")))
        {
            LoseAsync().GetAwaiter().GetResult();
        }

        // By a process that may outlive this one: tens of databases take longer to delete than a test runner waits for its tests to end.
        using var removal = Process.Start("rm", ["-rf", _folder]);
    }

    private static string Data(string folder) => Path.Combine(folder, "data");

    // As PostgreSQL's own programs are told of a database.
    private string Database(string connectionString) => $"host={_folder} user=postgres dbname={new NpgsqlConnectionStringBuilder(connectionString).Database}";

    // By a socket in its own folder, as any port may be taken at any moment. What tests write does not outlive them, so it need not reach the disk.
    private static async Task<PostgresServer> StartAsync(string folder, bool isDurable)
    {
        var settings = $"-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=1000 -c fsync={(isDurable ? "on" : "off")}";
        await PostgresPrograms.RunAsync("pg_ctl", "-D", Data(folder), "-l", Path.Combine(folder, "log"), "-o", settings, "-w", "start");
        return new PostgresServer($"Host={folder};Username=postgres;Database=postgres", folder);
    }
}
