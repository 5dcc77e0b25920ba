using System.Text.RegularExpressions;

namespace Market.Payments.Words;

/// <summary>English: a or an, and whose it is.</summary>
public sealed class EnglishWording(IEnumerable<(Noun Old, Noun New)> words) : Wording(words, @"(?<article>an?)\s", "(?<whose>['’]s?(?!\\w))?")
{
    protected override string Compose(Match match, Noun noun, bool many, string written, string sentence)
    {
        ArgumentNullException.ThrowIfNull(match);
        var (article, whose) = (match.Groups["article"].Value, match.Groups["whose"].Value);
        return (article.Length == 0 ? string.Empty : Like(article, SoundsOpen(written) ? "an " : "a "))
            + written
            + (whose.Length == 0 ? string.Empty : many && written.EndsWith('s') ? whose[..1] : whose[..1] + "s");
    }

    private static bool SoundsOpen(string word) =>
        Begins(word, "hour", "honest", "honour", "heir")
        || (Begins(word, "a", "e", "i", "o", "u") && !Begins(word, "uni", "user", "use", "eu", "one", "once"));
}
