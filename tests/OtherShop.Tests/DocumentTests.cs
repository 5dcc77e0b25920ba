using System.Text.RegularExpressions;
using MarketSite.TestHost;

namespace OtherShop.Tests;

/// <summary>What docs/extend.md shows is what the sample says.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "extend.md"));

    public static TheoryData<string, string> Excerpts => [.. Excerpt().Matches(Document).Select(match => (match.Groups["file"].Value, match.Groups["code"].Value))];

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void Every_excerpt_is_the_samples_own_code(string file, string code)
    {
        var lines = Trimmed(File.ReadAllText(Path.Combine(Repository.Root, "samples", "OtherShop", file)));

        // An ellipsis alone on a line leaves something out.
        foreach (var part in Trimmed(code).Split("\n…\n"))
        {
            Assert.Contains(part.Trim('\n'), lines, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_piece_of_code_says_which_file_it_is_from()
    {
        var fences = Fence().Count(Document) / 2;
        var marked = Excerpts.Count + Shell().Count(Document);

        Assert.True(Excerpts.Count >= 8, $"{Excerpts.Count} excerpts.");
        Assert.Equal(fences, marked);
    }

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"`(?<file>[\w./-]+)`:\s*\n\n```(?:csharp|cshtml|json|xml)\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Excerpt();

    [GeneratedRegex("^```", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("^```sh$", RegexOptions.Multiline)]
    private static partial Regex Shell();
}
