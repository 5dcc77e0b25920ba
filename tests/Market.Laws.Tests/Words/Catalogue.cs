using System.Text.RegularExpressions;

namespace Market.Laws.Tests.Words;

/// <summary>Every sentence of every catalogue, those for several among them, and those that have no French.</summary>
internal static partial class Catalogue
{
    public static IReadOnlyList<string> English { get; } = Read("msgid");

    public static IReadOnlyList<string> French { get; } = Read("msgstr");

    private static List<string> Read(string keyword) =>
    [
        .. Repository.Files("src", "Localization/fr.po")
            .SelectMany(file => Entry().Matches(Repository.Read(file)))
            .Where(entry => entry.Groups["keyword"].Value.StartsWith(keyword, StringComparison.Ordinal))
            .Select(entry => string.Concat(Quoted().Matches(entry.Groups["text"].Value).Select(part => part.Groups[1].Value)).Replace("\\\"", "\"", StringComparison.Ordinal))
            .Where(sentence => !sentence.StartsWith("Project-Id-Version", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal),
    ];

    [GeneratedRegex("""^(?<keyword>msg\w+)(?:\[\d\])? (?<text>(?:"(?:[^"\\]|\\.)*"\n?)+)""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("""
        "((?:[^"\\]|\\.)*)"
        """)]
    private static partial Regex Quoted();
}
