using System.Text.RegularExpressions;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Translations;

/// <summary>Everything the modules and the theme say is there in French, with the same places for what is filled in.</summary>
public sealed partial class TranslationTests
{
    public static TheoryData<string> Projects =>
    [
        .. new[] { "src/Modules", "src/Themes", "samples" }
            .Select(folder => Path.Combine(Repository.Root, folder))
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .Where(project => Directory.GetFiles(project, "*.csproj").Length > 0 && Directory.Exists(Path.Combine(project, "Views")))
            .Select(project => Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'))
            .Append("src/MarketSite.Web")
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Everything_said_is_translated(string project)
    {
        var said = SaidBy(project);
        var french = FrenchOf(project, said);

        var missing = said.Select(sentence => sentence.One).Where(one => !french.TryGetValue(one, out var texts) || texts.Count == 0 || texts.Any(string.IsNullOrWhiteSpace));

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_translation_has_the_places_of_its_sentence(string project)
    {
        var said = SaidBy(project);
        var french = FrenchOf(project, said);

        var wrong = new List<string>();
        foreach (var (one, many) in said.Where(sentence => french.ContainsKey(sentence.One)))
        {
            var texts = french[one];
            var fits = many is null
                ? texts.Count == 1 && Places(texts[0]).SetEquals(Places(one))
                : texts.Count == 2 && Places(texts[1]).SetEquals(Places(many)) && Places(texts[0]).IsSubsetOf(Places(many));
            if (!fits)
            {
                wrong.Add($"{one} → {string.Join(" | ", texts)}");
            }
        }

        Assert.Empty(wrong);
    }

    // Orchard reads all catalogues as one: without a context, whichever comes last is what every module says.
    [Fact]
    public void No_sentence_is_translated_differently_by_two_modules()
    {
        var translations = Projects.Select(row => Path.Combine(Repository.Root, row.Data, "Localization", "fr.po")).Where(File.Exists)
            .SelectMany(PoFile.Read)
            .Where(entry => entry.Context is null)
            .GroupBy(entry => (entry.One, entry.Many), entry => string.Join(" | ", entry.Texts));

        Assert.Empty(translations.Where(texts => texts.Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(texts => $"{texts.Key.One} → {string.Join(" / ", texts.Distinct(StringComparer.Ordinal))}"));
    }

    [Fact]
    public void The_modules_say_something()
    {
        Assert.Contains("src/Modules/Market.Payments", Projects.Select(row => row.Data));
        Assert.True(SaidBy("src/Modules/Market.Payments").Count > 50);
        Assert.Contains(("{0} account", "{0} accounts"), SaidBy("src/Modules/Market.Payments"));
    }

    private static HashSet<(string One, string? Many)> SaidBy(string project)
    {
        var said = new HashSet<(string, string?)>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs*", SearchOption.AllDirectories))
        {
            var parts = Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar);
            if (parts.Contains("obj") || parts.Contains("bin") || Path.GetExtension(file) is not (".cs" or ".cshtml"))
            {
                continue;
            }

            var text = File.ReadAllText(file);
            said.UnionWith(Plain().Matches(text).Select(match => (Regex.Unescape(match.Groups["one"].Value), (string?)null)));
            said.UnionWith(Plural().Matches(text).Select(match => (Regex.Unescape(match.Groups["one"].Value), (string?)Regex.Unescape(match.Groups["many"].Value))));
        }

        // Sentences that are only a place have nothing to translate.
        said.RemoveWhere(sentence => !sentence.Item1.Any(char.IsLetter));
        return said;
    }

    private static Dictionary<string, IReadOnlyList<string>> FrenchOf(string project, HashSet<(string One, string? Many)> said) =>
        said.Count == 0 ? [] : PoFile.Read(Path.Combine(Repository.Root, project, "Localization", "fr.po"))
            .GroupBy(entry => entry.One, StringComparer.Ordinal)
            .ToDictionary(entries => entries.Key, entries => entries.First().Texts, StringComparer.Ordinal);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("""\b[TSH]\s*\[\s*"(?<one>(?:[^"\\]|\\.)*)""")]
    private static partial Regex Plain();

    [GeneratedRegex("""\b[TSH]\s*\.\s*Plural\s*\([^"]*?"(?<one>(?:[^"\\]|\\.)*)"\s*,\s*"(?<many>(?:[^"\\]|\\.)*)""")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place();
}
