using System.Collections.Concurrent;
using Market.Payments.Models;

namespace Market.Payments.Words;

/// <summary>The words of a market in both languages. Each sentence is put into them once.</summary>
public sealed class Vocabulary
{
    // The catalogues have some thousands of sentences; what is put together while running must not fill the memory.
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<(bool French, string Sentence), string> _kept = new();

    private readonly EnglishWording? _english;

    private readonly FrenchWording? _french;

    private Vocabulary(IReadOnlyCollection<(Noun, Noun)> english, IReadOnlyCollection<(Noun, Noun)> french)
    {
        _english = english.Count == 0 ? null : new EnglishWording(english);
        _french = french.Count == 0 ? null : new FrenchWording(french);
    }

    /// <summary>The product's own words.</summary>
    public static Vocabulary Plain { get; } = new([], []);

    /// <summary>The words that settings choose. What is not allowed in them, however it came there, is passed over.</summary>
    public static Vocabulary Of(WordsSettings settings)
    {
        var chosen = Term.All.Select(term => (Term: term, Word: term.WordIn(settings))).Where(pair => pair.Word is not null).ToList();
        return chosen.Count == 0 ? Plain : new Vocabulary(
            [.. chosen.SelectMany(pair => pair.Term.English.Select(old => (old, pair.Word!.English)))],
            [.. chosen.SelectMany(pair => pair.Term.French.Select(old => (old, pair.Word!.French)))]);
    }

    /// <summary>A sentence in the market's words.</summary>
    /// <param name="sentence">The sentence, whose places are still to be filled in.</param>
    /// <param name="french">Whether it is French; else it is English.</param>
    public string Put(string sentence, bool french)
    {
        if ((french ? _french : (Wording?)_english) is not { } wording)
        {
            return sentence;
        }

        if (_kept.TryGetValue((french, sentence), out var known))
        {
            return known;
        }

        var put = wording.Put(sentence);
        if (_kept.Count < MostKept)
        {
            _kept[(french, sentence)] = put;
        }

        return put;
    }
}
