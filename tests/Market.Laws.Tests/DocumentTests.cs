using System.Text.RegularExpressions;

namespace Market.Laws.Tests;

/// <summary>What the documents name is there.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents => [.. Repository.Files(".", ".md").Select(file => file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_lead_somewhere(string document)
    {
        var text = Fence().Replace(Repository.Read(document), string.Empty);
        var folder = Path.GetDirectoryName(document)!;
        var broken = Link().Matches(text).Select(link => link.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(link => !LeadsSomewhere(document, folder, link));

        Law.HasNoOffender(broken);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Commands_name_projects_that_are_there(string document)
    {
        var gone = Command().Matches(Repository.Read(document))
            .Select(command => command.Groups[1].Value.Trim('`', '.'))
            .Where(path => !Directory.Exists(Path.Combine(Repository.Root, path)) && !File.Exists(Path.Combine(Repository.Root, path)));

        Law.HasNoOffender(gone);
    }

    private static bool LeadsSomewhere(string document, string folder, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? document : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, Uri.UnescapeDataString(parts[0]))));
        var path = Path.Combine(Repository.Root, target);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return false;
        }

        return parts.Length == 1 || !target.EndsWith(".md", StringComparison.Ordinal)
            || Heading().Matches(File.ReadAllText(path)).Select(heading => Anchor(heading.Groups[1].Value)).Contains(parts[1]);
    }

    // As the common hosts of Markdown name a heading.
    private static string Anchor(string heading) =>
        NoAnchor().Replace(heading.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"dotnet (?:run --project|test|build|pack) ((?:src|tests|samples|tools|benchmarks)/[^\s`]+|\w[\w.]*\.slnf?)")]
    private static partial Regex Command();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
