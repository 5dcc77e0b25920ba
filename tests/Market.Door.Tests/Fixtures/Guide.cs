using System.Text.RegularExpressions;

namespace Market.Door.Tests.Fixtures;

/// <summary>docs/install.md. The suite runs its commands, with this run's folder and version in the place of those it names.</summary>
internal static partial class Guide
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs", "install.md"));

    /// <summary>The commands of the guide, in its order.</summary>
    public static IReadOnlyList<string> Commands { get; } =
    [
        .. Fence().Matches(Text).Where(block => block.Groups["language"].Length == 0)
            .SelectMany(block => block.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
    ];

    /// <summary>The guide's nuget.config.</summary>
    public static string Sources { get; } = Fence().Matches(Text).Single(block => block.Groups["language"].Value == "xml").Groups["text"].Value;

    /// <summary>What somebody types after <c>dotnet</c>, for every command that begins so.</summary>
    public static IEnumerable<string[]> ArgumentsOf(string verb) =>
        Commands.Where(command => command.StartsWith($"dotnet {verb}", StringComparison.Ordinal)).Select(command => command.Split(' ')[1..]);

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
