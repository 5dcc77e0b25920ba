using System.Text.RegularExpressions;

namespace Market.Laws.Tests;

/// <summary>What the screens say, in English with its French.</summary>
internal static partial class Screens
{
    public static IReadOnlyDictionary<string, string> French { get; } = Repository.Files("src", "Localization/fr.po")
        .SelectMany(file => Entry().Matches(Repository.Read(file)))
        .Select(entry => (English: Text(entry.Groups["one"].Value), French: Text(entry.Groups["french"].Value)))
        .Where(entry => entry.English.Any(char.IsLetter))
        .GroupBy(entry => entry.English, entry => entry.French)
        .ToDictionary(entries => entries.Key, entries => entries.First(), StringComparer.Ordinal);

    private static string Text(string quoted) => string.Concat(Quoted().Matches(quoted).Select(part => part.Groups[1].Value)).Replace("\\\"", "\"", StringComparison.Ordinal);

    [GeneratedRegex("""^msgid (?<one>(?:"(?:[^"\\]|\\.)*"\n)+)(?:msgid_plural (?:"(?:[^"\\]|\\.)*"\n)+)?msgstr(?:\[0\])? (?<french>(?:"(?:[^"\\]|\\.)*"(?:\n|$))+)""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("""
        "((?:[^"\\]|\\.)*)"
        """)]
    private static partial Regex Quoted();
}
