using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MarketSite.TestHost;

/// <summary>
/// The real site in a process of its own, on a free port, with a data folder that goes with it. The first request sets it up, as it does
/// for anybody who starts it.
/// </summary>
public sealed partial class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly SiteOptions _options;
    private readonly string _folder = Directory.CreateTempSubdirectory("market-site-").FullName;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly EventHandler _killAtExit;
    private TaskCompletionSource<Uri> _listening = new();
    private Process? _process;
    private Uri? _address;
    private Uri? _lastAddress;

    private SiteProcess(SiteOptions options)
    {
        _options = options;

        // A test run that is broken off leaves no site behind.
        _killAtExit = (_, _) => Kill();
        AppDomain.CurrentDomain.ProcessExit += _killAtExit;
    }

    /// <summary>Where the site answers.</summary>
    public Uri Address => _address ?? throw new InvalidOperationException("The site is not running.");

    /// <summary>The folder that holds the site's data.</summary>
    public string DataFolder => _options.DataFolder ?? Path.Combine(_folder, "App_Data");

    /// <summary>What requests cost, where the site is started to be measured.</summary>
    public SiteMeter Meter => field ??= new SiteMeter(MeterFile);

    /// <summary>Everything the site has printed, over all its starts.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    /// <summary>What the site logged as an error or worse, each with the lines that belong to it.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            var faults = new List<string>();
            var isInside = false;
            foreach (var line in _output)
            {
                if (LevelLine().IsMatch(line))
                {
                    isInside = FaultLine().IsMatch(line);
                    if (isInside)
                    {
                        faults.Add(line);
                    }
                }
                else if (isInside)
                {
                    faults[^1] += Environment.NewLine + line;
                }
            }

            return faults;
        }
    }

    /// <summary>Starts the site and sets it up by the first request, unless nobody is to visit it.</summary>
    public static async Task<SiteProcess> StartAsync(SiteOptions? options = null)
    {
        var site = new SiteProcess(options ?? new SiteOptions());
        try
        {
            await site.LaunchAsync();
            if (site._options.IsVisited)
            {
                await site.WarmUpAsync();
            }

            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a site that is expected to end by itself instead of listening, and tells how it ended.</summary>
    public static async Task<SiteExit> RunToEndAsync(SiteOptions options)
    {
        await using var site = new SiteProcess(options);
        var process = site.Begin();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(ended, site._listening.Task, Task.Delay(Patience)) != ended)
        {
            throw new InvalidOperationException("The site did not end by itself:" + Environment.NewLine + site.Printed());
        }

        return new SiteExit(process.ExitCode, site.Printed());
    }

    /// <summary>Ends the site's process, by SIGKILL and whatever it is doing; <see cref="RestartAsync"/> starts it again.</summary>
    public void Stop() => Kill();

    /// <summary>Ends the site's process, by SIGKILL and whatever it is doing, and starts it again on the same data at the same address.</summary>
    public async Task RestartAsync()
    {
        Kill();
        await LaunchAsync();
        await WarmUpAsync();
    }

    /// <summary>A browser of its own, signed out.</summary>
    public SiteClient NewClient(string language = "en") => IsPublic ? new(new Uri(SiteOptions.PublicAddress), language, Address) : new(Address, language);

    /// <summary>A browser of its own, signed in.</summary>
    public async Task<SiteClient> SignInAsync(string user, string language = "en", string password = SiteOptions.DevelopmentPassword)
    {
        var client = NewClient(language);
        await client.SignInAsync(user, password);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= _killAtExit;
        Kill();
        await Folders.DeleteAsync(_folder);
    }

    private string MeterFile => Path.Combine(_folder, "meter");

    private bool IsPublic => _options.Environment != "Development";

    private async Task LaunchAsync()
    {
        var process = Begin();
        var ended = process.WaitForExitAsync();
        var first = await Task.WhenAny(_listening.Task, ended, Task.Delay(Patience));
        _lastAddress = _address = first == _listening.Task
            ? await _listening.Task
            : throw new InvalidOperationException(
                (first == ended ? $"The site ended with exit code {process.ExitCode}:" : "The site did not start listening:") + Environment.NewLine + Printed());
    }

    private Process Begin()
    {
        var assembly = _options.PublishedTo is { } published
            ? Path.Combine(published, Path.GetFileName(Repository.AssemblyOf(_options.Project)))
            : Repository.AssemblyOf(_options.Project);
        if (!File.Exists(assembly))
        {
            throw new FileNotFoundException("The site is not built; build the solution in the tests' configuration.", assembly);
        }

        _listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { assembly },
            WorkingDirectory = _options.PublishedTo ?? Repository.FolderOf(_options.Project),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in _options.Command is { } command ? new[] { command } : ["--urls", _lastAddress?.ToString() ?? "http://127.0.0.1:0"])
        {
            start.ArgumentList.Add(argument);
        }

        SetEnvironment(start.Environment);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return _process;
    }

    private void SetEnvironment(IDictionary<string, string?> environment)
    {
        // What the tester's own shell says about the market would otherwise reach the site.
        foreach (var name in environment.Keys.Where(name => name.StartsWith("MARKET_", StringComparison.Ordinal) || name.StartsWith("OrchardCore__", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
        {
            environment.Remove(name);
        }

        environment["ASPNETCORE_ENVIRONMENT"] = _options.Environment;
        environment["ORCHARD_APP_DATA"] = DataFolder;
        if (_options.PostgresConnectionString is { } connectionString)
        {
            environment["OrchardCore__OrchardCore_AutoSetup__Tenants__0__DatabaseProvider"] = "Postgres";
            environment["OrchardCore__OrchardCore_AutoSetup__Tenants__0__DatabaseConnectionString"] = connectionString;
        }

        if (IsPublic)
        {
            environment["MARKET_PUBLIC_ADDRESS"] = SiteOptions.PublicAddress;
        }

        // All visitors of a test come from one address, and fast.
        foreach (var limit in (string[])["SignIn", "Registration", "PasswordMails", "Announcements", "Checkouts", "Orders", "Invitations", "Gifts", "Links", "Webhooks"])
        {
            environment[$"OrchardCore__Market_Limits__{limit}__Person"] = environment[$"OrchardCore__Market_Limits__{limit}__Address"] = "1000000";
        }

        if (_options.IsMeasured)
        {
            environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
            environment[StartupHook.Variable] = MeterFile;
        }

        // Tests count on what the demonstration tells; what is made up before it would be in their sums, and takes its time.
        environment["Market__PastDistributions"] = "0";

        // No site of a test lives long enough to earn back what the compiler spends on watching it.
        environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in _options.Variables)
        {
            environment[name] = value;
        }
    }

    private async Task WarmUpAsync()
    {
        using var client = NewClient();
        SitePage home;
        try
        {
            home = await client.GetAsync("/");
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException("The first request had no answer:" + Environment.NewLine + Printed(), exception);
        }

        if (!home.IsSuccess)
        {
            throw new InvalidOperationException($"The first request answered {(int)home.Status}:" + Environment.NewLine + Printed());
        }
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (ListeningLine().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    private string Printed() => string.Join(Environment.NewLine, _output);

    private void Kill()
    {
        if (_process is null)
        {
            return;
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        _process = null;
        _address = null;
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)")]
    private static partial Regex ListeningLine();

    [GeneratedRegex("^(trce|dbug|info|warn|fail|crit): ")]
    private static partial Regex LevelLine();

    [GeneratedRegex("^(fail|crit): ")]
    private static partial Regex FaultLine();
}

/// <summary>How a site ended by itself.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Everything it printed.</param>
public sealed record SiteExit(int Code, string Output);
