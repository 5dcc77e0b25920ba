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
    private readonly string? _binaries;
    private readonly string? _folder;
    private readonly List<string> _databases = [];
    private readonly EventHandler _stopAtExit;

    private PostgresServer(string connectionString, string? binaries = null, string? folder = null)
    {
        _connectionString = connectionString;
        _binaries = binaries;
        _folder = folder;
        _stopAtExit = (_, _) => EndAsync().GetAwaiter().GetResult();
        AppDomain.CurrentDomain.ProcessExit += _stopAtExit;
    }

    /// <summary>Why there is no server to test on, or null where there is one.</summary>
    public static string? WhyNot =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || Binaries() is not null
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

        var binaries = Binaries() ?? throw new InvalidOperationException(WhyNot);
        var folder = (await RunAsync("mktemp", "-d", Path.Combine(Path.GetTempPath(), "market-postgres-XXXXXXXX"))).Trim();
        var data = Path.Combine(folder, "data");
        await RunAsync(Path.Combine(binaries, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");

        // By a socket in its own folder, as any port may be taken at any moment. What tests write does not outlive them, so it need not reach the disk.
        var settings = $"-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=1000 -c fsync={(isDurable ? "on" : "off")}";
        await RunAsync(Path.Combine(binaries, "pg_ctl"), "-D", data, "-l", Path.Combine(folder, "log"), "-o", settings, "-w", "start");
        return new PostgresServer($"Host={folder};Username=postgres;Database=postgres", binaries, folder);
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
    public Task RestartAsync() => RunAsync(
        Path.Combine(_binaries!, "pg_ctl"), "-D", Path.Combine(_folder!, "data"), "-l", Path.Combine(_folder!, "log"), "-m", "immediate", "-w", "restart");

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

        RunAsync(Path.Combine(_binaries!, "pg_ctl"), "-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop").GetAwaiter().GetResult();

        // By a process that may outlive this one: tens of databases take longer to delete than a test runner waits for its tests to end.
        using var removal = Process.Start("rm", ["-rf", _folder]);
    }

    private static string? Binaries()
    {
        const string Root = "/usr/lib/postgresql";
        return !Directory.Exists(Root) ? null : Directory.GetDirectories(Root)
            .Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")))
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(Path.GetDirectoryName(folder)), out var version) ? version : 0)
            .FirstOrDefault();
    }

    // The server refuses to run as root; it then runs as the user that its package made.
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}
