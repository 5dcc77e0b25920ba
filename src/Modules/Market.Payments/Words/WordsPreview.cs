using System.Globalization;
using Market.Payments.Models;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Words;

/// <summary>What the page of the words says in the product's own words: what the terms are, and how sentences change.</summary>
[PlainWords]
public sealed class WordsPreview(IStringLocalizer<WordsPreview> S)
{
    private static readonly string[] Languages = ["en", "fr"];

    public string TitleOf(Term term) => term?.Name switch
    {
        nameof(WordsSettings.Person) => S["Member, client"],
        nameof(WordsSettings.Distribution) => S["Distribution"],
        nameof(WordsSettings.Basket) => S["Basket"],
        nameof(WordsSettings.Producer) => S["Producer"],
        _ => S["Market"],
    };

    public string HintOf(Term term) => term?.Name switch
    {
        nameof(WordsSettings.Person) => S["Coordinators read of clients, members of themselves as members. The word chosen here stands for both. In French it is masculine, as the sentences around it are."],
        nameof(WordsSettings.Distribution) => S["In French the word is feminine, as the sentences around it are."],
        nameof(WordsSettings.Market) => S["In French the word is masculine or feminine: its article follows."],
        _ => S["In French the word is masculine, as the sentences around it are."],
    };

    /// <summary>The sentences of the preview that settings change, in both languages.</summary>
    public IReadOnlyList<WordedSentence> Of(WordsSettings settings)
    {
        var vocabulary = Vocabulary.Of(settings);
        var current = CultureInfo.CurrentUICulture;
        var changed = new List<WordedSentence>();
        try
        {
            foreach (var language in Languages)
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                changed.AddRange(Sentences()
                    .Select(sentence => new WordedSentence(language, sentence.Value, vocabulary.Put(sentence.Value, language == "fr" && !sentence.ResourceNotFound)))
                    .Where(sentence => sentence.Plain != sentence.Worded));
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = current;
        }

        return changed;
    }

    private LocalizedString[] Sentences() =>
    [
        S["Clients' balances"],
        S["New client"],
        S["No client fits this search."],
        S["Please enter the client's name."],
        S["Give credit to another member"],
        S["Close the distribution"],
        S["By basket"],
        S["My basket"],
        S["Choose a producer"],
        S["Our producers"],
        S["Leave the market"],
        S["This is what you owe the market."],
        S["The market's day, like 2026-11-19."],
    ];
}
