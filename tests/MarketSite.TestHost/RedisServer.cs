using System.Diagnostics;

namespace MarketSite.TestHost;

/// <summary>A Redis or Valkey server of the tests' own, from the installed program, reached by a socket in its own folder.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("market-redis-").FullName;
    private readonly Process _process;
    private readonly EventHandler _killAtExit;

    private RedisServer(string program)
    {
        Socket = Path.Combine(_folder, "socket");
        _process = Process.Start(new ProcessStartInfo(program, ["--port", "0", "--unixsocket", Socket, "--save", "", "--appendonly", "no", "--dir", _folder]) { RedirectStandardOutput = true })!;
        _process.BeginOutputReadLine();
        _killAtExit = (_, _) => _process.Kill();
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
        for (var patience = 100; patience > 0 && !File.Exists(server.Socket); patience--)
        {
            await Task.Delay(100);
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= _killAtExit;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await Folders.DeleteAsync(_folder);
    }

    private static string? Program() => new[] { "/usr/bin/valkey-server", "/usr/bin/redis-server" }.FirstOrDefault(File.Exists);
}
