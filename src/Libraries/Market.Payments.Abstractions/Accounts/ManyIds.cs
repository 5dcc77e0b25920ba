namespace Market.Payments;

/// <summary>
/// Asks for many things by their ids, some hundred at once: a database takes some thousand values in one command and refuses more, and SQLite
/// looks for each by its name among all of the command's.
/// </summary>
public static class ManyIds
{
    private const int AtOnce = 250;

    /// <summary>Asks for all of them, in as many questions as that takes.</summary>
    /// <typeparam name="T">What is found.</typeparam>
    /// <param name="ids">The ids, each once.</param>
    /// <param name="findAsync">Asks for some of them.</param>
    /// <returns>All that was found, in the order of the questions.</returns>
    public static async Task<IReadOnlyList<T>> FindInPartsAsync<T>(this IEnumerable<string> ids, Func<string[], Task<IEnumerable<T>>> findAsync)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(findAsync);
        var found = new List<T>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            found.AddRange(await findAsync(some));
        }

        return found;
    }
}
