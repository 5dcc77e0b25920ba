using System.Diagnostics;

namespace MarketSite.TestHost;

/// <summary>Commands of the SDK, as somebody types them in a folder of theirs.</summary>
public static class DotNet
{
    /// <summary>Runs a command and gives what it printed; one that fails is a fault of the test or of the packages.</summary>
    public static Task<string> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder };

        // What the test runner's own build has set would reach the builds that it starts.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        // A node that is kept for the next build would hold the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return Command.RunAsync(start);
    }
}
