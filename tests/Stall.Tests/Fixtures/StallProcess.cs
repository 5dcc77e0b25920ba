using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using MarketSite.TestHost;

namespace Market.Stall.Tests.Fixtures;

/// <summary>The stall in a process of its own, on a free port, over a folder that goes with it.</summary>
public sealed partial class StallProcess : IAsyncDisposable
{
    private const int MostTries = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly EventHandler _killAtExit;
    private Process? _process;
    private Uri? _address;

    private StallProcess()
    {
        // A test run that is broken off leaves no stall behind.
        _killAtExit = (_, _) => Kill();
        AppDomain.CurrentDomain.ProcessExit += _killAtExit;
    }

    /// <summary>The folder of the books.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("market-stall-").FullName;

    public string Operations => Path.Combine(Folder, "operations.jsonl");

    public string Note => Path.Combine(Folder, "operations.last");

    public Uri Address => _address ?? throw new InvalidOperationException("The stall never listened.");

    /// <summary>Everything it has printed, over all its starts.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    public static async Task<StallProcess> StartAsync(params string[] arguments)
    {
        var stall = new StallProcess();
        try
        {
            await stall.LaunchAsync("http://127.0.0.1:0", arguments);
            return stall;
        }
        catch
        {
            await stall.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command that ends by itself.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Begin(arguments);
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await output + await errors);
    }

    public Task<(int Code, string Output)> VerifyAsync() => RunAsync("verify", "--books", Folder);

    public SiteClient NewClient(string language = "en-GB") => new(Address, language);

    /// <summary>Ends the process by SIGKILL, whatever it is doing.</summary>
    public void Kill()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }
    }

    /// <summary>Starts the stall again on its books and at its address, so that a page which was open goes on.</summary>
    public async Task RestartAsync()
    {
        Kill();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await LaunchAsync(Address.ToString().TrimEnd('/'));
                return;
            }
            catch (InvalidOperationException fault) when (attempt < MostTries && fault.Message.Contains("address already in use", StringComparison.Ordinal))
            {
                // Somebody else's connection may have the port for a moment.
                await Task.Delay(200);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= _killAtExit;
        Kill();
        await Folders.DeleteAsync(Folder);
    }

    private static Process Begin(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Stall.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // What it prints is in the language of whoever runs it.
        start.Environment["LC_ALL"] = "C";
        start.Environment.Remove("ASPNETCORE_URLS");
        return new Process { StartInfo = start };
    }

    private async Task LaunchAsync(string urls, params string[] arguments)
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var printed = new ConcurrentQueue<string>();
        var process = _process = Begin(["--books", Folder, "--urls", urls, .. arguments]);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, ended, Task.Delay(Patience)) != listening.Task)
        {
            throw new InvalidOperationException("The stall does not listen:" + Environment.NewLine + string.Join(Environment.NewLine, printed));
        }

        _address = await listening.Task;

        void Note(string? line)
        {
            if (line is null)
            {
                return;
            }

            _output.Enqueue(line);
            printed.Enqueue(line);
            if (ListeningLine().Match(line) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Groups["address"].Value));
            }
        }
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)")]
    private static partial Regex ListeningLine();
}
