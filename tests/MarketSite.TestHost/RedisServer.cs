using System.Diagnostics;

namespace MarketSite.TestHost;

/// <summary>A Redis or Valkey server of the tests' own, from the installed program, reached by a socket in its own folder.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("market-redis-").FullName;
    private readonly string _program;
    private readonly EventHandler _killAtExit;
    private Process? _process;

    private RedisServer(string program)
    {
        _program = program;
        Socket = Path.Combine(_folder, "socket");
        _killAtExit = (_, _) => _process?.Kill();
        AppDomain.CurrentDomain.ProcessExit += _killAtExit;
    }

    /// <summary>Why there is no server to test with, or null where there is one.</summary>
    public static string? WhyNot => Program() is null ? "No Redis or Valkey: install Debian's redis-server or valkey." : null;

    /// <summary>How a site is told of the server.</summary>
    public string Configuration => $"!{Socket},abortConnect=false";

    private string Socket { get; }

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer(Program() ?? throw new InvalidOperationException(WhyNot));
        await server.ReturnAsync();
        return server;
    }

    /// <summary>Ends the server at once, as a crash does. What it held is lost.</summary>
    public async Task LoseAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
        File.Delete(Socket);
    }

    /// <summary>Starts the server again, empty, at the same address.</summary>
    public async Task ReturnAsync()
    {
        _process = Process.Start(new ProcessStartInfo(_program, ["--port", "0", "--unixsocket", Socket, "--save", "", "--appendonly", "no", "--dir", _folder]) { RedirectStandardOutput = true })!;
        _process.BeginOutputReadLine();
        for (var patience = 100; patience > 0 && !File.Exists(Socket); patience--)
        {
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= _killAtExit;
        if (_process is not null)
        {
            await LoseAsync();
        }

        await Folders.DeleteAsync(_folder);
    }

    private static string? Program() => new[] { "/usr/bin/valkey-server", "/usr/bin/redis-server" }.FirstOrDefault(File.Exists);
}
