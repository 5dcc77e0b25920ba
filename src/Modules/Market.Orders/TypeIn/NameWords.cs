using Market.Payments;

namespace Market.Orders.TypeIn;

/// <summary>The words that a name is found by as it is typed, by how they begin: <i>Hélène Saint-Jean</i> by <c>he</c>, <c>saintj</c> and <c>je</c>. The page's script finds by the same.</summary>
public static class NameWords
{
    private static readonly char[] Inside = ['-', '\'', '\u2019', '\u2010', '\u2011'];

    /// <summary>The words of names, folded, with a space between.</summary>
    public static string Of(params string[] names) => string.Join(' ', Split(string.Join(' ', names))
        .SelectMany(word => word.Split(Inside, StringSplitOptions.RemoveEmptyEntries).Prepend(word))
        .Select(NameText.Fold)
        .Where(word => word.Length > 0)
        .Distinct(StringComparer.Ordinal));

    /// <summary>Whether each word that was typed begins one of these words.</summary>
    /// <param name="words">What <see cref="Of"/> gave.</param>
    /// <param name="typed">What was typed.</param>
    public static bool Fit(string words, string typed)
    {
        ArgumentNullException.ThrowIfNull(words);
        var wanted = Split(typed).Select(NameText.Fold).ToList();
        var own = words.Split(' ');
        return wanted.Count > 0 && wanted.All(start => own.Any(word => word.StartsWith(start, StringComparison.Ordinal)));
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
