using Market.Payments.Models;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Words;

/// <summary>Reads what a market calls things, with a sentence at the field for each thing wrong.</summary>
public sealed class WordsForm(IStringLocalizer<WordsForm> S)
{
    /// <summary>The settings that are given, without what is not asked for; to be kept only where no error was added.</summary>
    /// <param name="given">What is chosen for each of <see cref="Term.All"/>, in its order.</param>
    /// <param name="errors">Where to say what is wrong.</param>
    /// <param name="prefixOf">What the names of a term's fields begin with.</param>
    public WordsSettings Read(IReadOnlyList<WordChoice> given, ModelStateDictionary errors, Func<int, string> prefixOf)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(prefixOf);
        var settings = new WordsSettings();
        foreach (var (place, term) in Term.All.Index())
        {
            var (choice, kept) = (place < given.Count ? given[place] : new WordChoice(), term.Choice(settings));
            kept.Choice = choice.Choice ?? string.Empty;
            if (kept.Choice == WordChoice.OfItsOwn)
            {
                kept.English = ReadWord(nameof(WordChoice.English), choice.English);
                kept.EnglishPlural = ReadWord(nameof(WordChoice.EnglishPlural), choice.EnglishPlural);
                kept.French = ReadWord(nameof(WordChoice.French), choice.French);
                kept.FrenchPlural = ReadWord(nameof(WordChoice.FrenchPlural), choice.FrenchPlural);
                kept.Feminine = term.EitherGender && choice.Feminine;
            }
            else if (kept.Choice.Length > 0 && term.Offered.All(offered => offered.Name != kept.Choice))
            {
                errors.AddModelError(prefixOf(place) + nameof(WordChoice.Choice), S["There is no such word. Choose one of the list, or give your own."]);
            }

            string ReadWord(string field, string? word)
            {
                var trimmed = word?.Trim() ?? string.Empty;
                if (!WordRules.IsAllowed(trimmed))
                {
                    errors.AddModelError(prefixOf(place) + field, S["A word is of letters, spaces and hyphens, {0} characters at most.", WordRules.LongestWord]);
                }

                return trimmed;
            }
        }

        return settings;
    }
}
