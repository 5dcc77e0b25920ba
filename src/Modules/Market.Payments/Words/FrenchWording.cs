using System.Text.RegularExpressions;

namespace Market.Payments.Words;

/// <summary>French: what is before a noun elides, contracts and agrees with it.</summary>
public sealed class FrenchWording(IEnumerable<(Noun Old, Noun New)> words) : Wording(words, Leading, string.Empty)
{
    private const string Leading =
        @"(?<ofThe>du\s|de\sla\s|de\sl['’])|(?<toThe>au\s|à\sla\s|à\sl['’])|(?<the>le\s|la\s|l['’])|(?<of>de\s|d['’])|(?<that>que\s|qu['’])"
        + @"|(?<this>ce\s|cet\s|cette\s)|(?<one>une?\s)|(?<none>aucune?\s)|(?<whose>[mts](?:on|a)\s)|(?<fresh>nouveau\s|nouvel\s|nouvelle\s)";

    protected override string Compose(Match match, Noun noun, bool many, string written, string sentence)
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(noun);
        ArgumentNullException.ThrowIfNull(sentence);
        var before = match.Value[..(match.Groups["noun"].Index - match.Index)];
        if (before.Length == 0)
        {
            return written;
        }

        var kind = Kinds.First(name => match.Groups[name].Success);
        var apostrophe = sentence.Contains('’', StringComparison.Ordinal) ? "’" : "'";
        var changed = Before(kind, before, noun.Feminine, SoundsOpen(written), many).Replace("'", apostrophe, StringComparison.Ordinal);
        return Like(before, changed) + written;
    }

    private static readonly string[] Kinds = ["ofThe", "toThe", "the", "of", "that", "this", "one", "none", "whose", "fresh"];

    private static string Before(string kind, string before, bool feminine, bool open, bool many) => kind switch
    {
        "of" => open ? "d'" : "de ",
        "that" => open ? "qu'" : "que ",
        _ when many => before,
        "ofThe" => open ? "de l'" : feminine ? "de la " : "du ",
        "toThe" => open ? "à l'" : feminine ? "à la " : "au ",
        "the" => open ? "l'" : feminine ? "la " : "le ",
        "this" => feminine ? "cette " : open ? "cet " : "ce ",
        "one" => feminine ? "une " : "un ",
        "none" => feminine ? "aucune " : "aucun ",
        "whose" => char.ToLowerInvariant(before[0]) + (feminine && !open ? "a " : "on "),
        _ => feminine ? "nouvelle " : open ? "nouvel " : "nouveau ",
    };

    /// <summary>Whether what is before the word elides: a vowel, or an h that is not breathed.</summary>
    public static bool SoundsOpen(string word) =>
        Begins(word, "a", "à", "â", "e", "é", "è", "ê", "ë", "i", "î", "ï", "o", "ô", "œ", "u", "ù", "û")
            ? !Begins(word, "oui", "onz", "ouistiti")
            : Begins(word, "h") && !Begins(word, "hall", "hameau", "hangar", "haricot", "hasard", "haut", "héros", "hérisson", "hibou", "hors", "hotte", "houe", "houblon", "huit", "hutte");
}
