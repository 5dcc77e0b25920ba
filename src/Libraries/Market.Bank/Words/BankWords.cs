using System.Globalization;
using System.Text;

namespace Market.Bank.Words;

/// <summary>
/// The words of what a bank writes, so that two ways to write one thing are compared: without case, accents and what banks put before every
/// transfer. Not one of them is kept anywhere.
/// </summary>
public static class BankWords
{
    private const int ShortestWord = 4;

    // What stands in any transfer, whoever it is from.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "vir", "virt", "virement", "virements", "sepa", "sct", "inst", "instantane", "recu", "recus", "reception", "faveur", "emis", "emet", "emetteur",
        "de", "du", "des", "la", "le", "les", "et", "ou", "en", "par", "pour", "au", "aux", "un", "une", "the", "from", "and", "or", "to", "of",
        "m", "mr", "mme", "mlle", "mle", "monsieur", "madame", "mrs", "ms", "miss",
        "motif", "ref", "reference", "libelle", "id", "mdt", "web", "trf", "transfer", "transfert", "credit", "tip", "eur", "euro", "euros",
        "notprovided", "eref", "remi", "svwz", "kref", "abwa", "ordp", "name",
    };

    /// <summary>The words of texts that say something of their own, folded, each once, in their order.</summary>
    public static IReadOnlyList<string> Of(params ReadOnlySpan<string?> texts)
    {
        var words = new List<string>();
        foreach (var text in texts)
        {
            foreach (var word in Split(Fold(text)))
            {
                if (!Common.Contains(word) && !words.Contains(word))
                {
                    words.Add(word);
                }
            }
        }

        return words;
    }

    /// <summary>A text as it is compared whole: folded, each gap one space.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var character in (text ?? string.Empty).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            switch (char.ToLowerInvariant(character))
            {
                case 'œ':
                    folded.Append("oe");
                    break;
                case 'æ':
                    folded.Append("ae");
                    break;
                case var letter when char.IsLetterOrDigit(letter):
                    folded.Append(letter);
                    break;
                default:
                    if (folded.Length > 0 && folded[^1] != ' ')
                    {
                        folded.Append(' ');
                    }

                    break;
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>
    /// Whether the words of one text are all in the other's, so that one may be a shorter way to write the other. Where a bank cuts a text,
    /// its last word may be the beginning of one.
    /// </summary>
    /// <param name="one">The words of a text.</param>
    /// <param name="other">Those of another.</param>
    public static bool Agree(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return IsWithin(one, other) || IsWithin(other, one);
    }

    private static bool IsWithin(IReadOnlyList<string> few, IReadOnlyList<string> many)
    {
        var strangers = few.Where(word => !many.Contains(word)).ToList();
        return few.Any(word => word.Length >= ShortestWord)
            && (strangers.Count == 0
                || (strangers is [var cut] && cut == few[^1] && (cut.Length >= ShortestWord || few.Any(word => word != cut && word.Length >= ShortestWord))
                    && many.Any(word => word.StartsWith(cut, StringComparison.Ordinal))));
    }

    private static string[] Split(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
