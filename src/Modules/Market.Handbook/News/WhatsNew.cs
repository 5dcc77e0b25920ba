using System.Text.RegularExpressions;

namespace Market.Handbook.News;

/// <summary>The newest versions of the changelog, without what comes before them.</summary>
public static partial class WhatsNew
{
    public const int Versions = 3;

    public static string Newest(string changelog)
    {
        ArgumentNullException.ThrowIfNull(changelog);
        var starts = Version().Matches(changelog).Select(match => match.Index).ToList();
        return starts.Count == 0 ? string.Empty
            : changelog[starts[0]..(starts.Count > Versions ? starts[Versions] : changelog.Length)];
    }

    [GeneratedRegex(@"^## \[", RegexOptions.Multiline)]
    private static partial Regex Version();
}
