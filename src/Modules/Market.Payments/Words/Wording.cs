using System.Text.RegularExpressions;

namespace Market.Payments.Words;

/// <summary>Puts the market's words into the sentences of one language, all in one pass, so that no word is taken for another's.</summary>
public abstract class Wording
{
    // Not within an address, a file's name, a tag, a place to fill in, or what is written for Liquid.
    private const string Before = @"(?<![\w.\-/{&#@<])";

    private const string After = @"(?![\w\-/=}]|\.\w)";

    private readonly Dictionary<string, (Noun Noun, bool Many)> _nouns = new(StringComparer.OrdinalIgnoreCase);

    private readonly Regex _pattern;

    /// <summary>Words to put in place of others.</summary>
    /// <param name="words">What stands in the sentences, with what is to stand there.</param>
    /// <param name="leading">A pattern of what before the noun may have to change with it.</param>
    /// <param name="trailing">The same of what is after it.</param>
    protected Wording(IEnumerable<(Noun Old, Noun New)> words, string leading, string trailing)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var (old, noun) in words)
        {
            _nouns[old.One] = (noun, false);
            _nouns[old.Many] = (noun, true);
        }

        var nouns = string.Join('|', _nouns.Keys.OrderByDescending(noun => noun.Length).Select(Regex.Escape));

        // What is named Market … is a feature of the product.
        _pattern = new Regex($"(?:{Before}(?:{leading}))?{Before}(?<noun>{nouns}){After}(?-i:(?<!Market)|(?! [A-Z])){trailing}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>The sentence in the market's words. Its places are still to be filled in, so that nothing that is filled in is ever changed.</summary>
    public string Put(string sentence) => _pattern.Replace(sentence, match =>
    {
        var (noun, many) = _nouns[match.Groups["noun"].Value];
        var word = many ? noun.Many : noun.One;
        var written = char.IsUpper(match.Groups["noun"].Value[0]) ? Capital(word) : word;
        return Compose(match, noun, many, written, sentence);
    });

    /// <summary>The noun with what is before and after it.</summary>
    protected abstract string Compose(Match match, Noun noun, bool many, string written, string sentence);

    /// <summary>Whether a word begins with one of these, in whichever case.</summary>
    protected static bool Begins(string word, params ReadOnlySpan<string> beginnings)
    {
        ArgumentNullException.ThrowIfNull(word);
        foreach (var beginning in beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word as it begins a sentence where what it replaces did.</summary>
    protected static string Like(string old, string word) => old.Length > 0 && char.IsUpper(old[0]) ? Capital(word) : word;

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
