using System.Diagnostics;

namespace MarketSite.TestHost;

/// <summary>The programs of an installed PostgreSQL: its server's, and those that back it up.</summary>
internal static class PostgresPrograms
{
    /// <summary>Whether there are any.</summary>
    public static bool AreThere => Folder() is not null;

    /// <summary>An empty folder that the programs may write to.</summary>
    public static async Task<string> NewFolderAsync() => (await RunFileAsync("mktemp", "-d", Path.Combine(Path.GetTempPath(), "market-postgres-XXXXXXXX"))).Trim();

    /// <summary>Runs one of them to its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed, or there is none.</exception>
    public static Task<string> RunAsync(string program, params string[] arguments) =>
        RunFileAsync(Path.Combine(Folder() ?? throw new InvalidOperationException(PostgresServer.WhyNot), program), arguments);

    private static string? Folder()
    {
        const string Root = "/usr/lib/postgresql";
        return !Directory.Exists(Root) ? null : Directory.GetDirectories(Root)
            .Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")))
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(Path.GetDirectoryName(folder)), out var version) ? version : 0)
            .FirstOrDefault();
    }

    // The server refuses to run as root; it then runs as the user that its package made.
    private static Task<string> RunFileAsync(string file, params string[] arguments)
    {
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", file, .. arguments] : [file, .. arguments];
        return Command.RunAsync(new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = Path.GetTempPath() });
    }
}
