using Microsoft.Playwright;

namespace MarketSite.BrowserTests;

/// <summary>The Chromium or Chrome that is installed; none is downloaded.</summary>
public static class Chromium
{
    public const string Variable = "MARKET_TEST_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // It works as root in a container, asks nobody anything at start, and knows no host but this one.
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    /// <summary>Where it is, or null where there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? given
        : Names.Select(name => "/usr/bin/" + name).FirstOrDefault(File.Exists);

    /// <summary>Why there is no browser to test in, or null where there is one.</summary>
    public static string? WhyNot => File.Exists(Path) ? null : $"No Chromium: set {Variable} to its path, or install it.";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Arguments });
}
