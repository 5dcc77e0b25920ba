namespace Market.Payments;

/// <summary>Sorts by names as <see cref="NameText.SortKey"/> does. Each key is made once: there is no comparer, which would make two for each comparison.</summary>
public static class NameOrder
{
    /// <summary>Sorts by a name.</summary>
    public static IOrderedEnumerable<T> OrderByName<T>(this IEnumerable<T> all, Func<T, string?> name) => all.OrderBy(one => NameText.SortKey(name(one)), StringComparer.Ordinal);

    /// <summary>Sorts by a name what is alike so far.</summary>
    public static IOrderedEnumerable<T> ThenByName<T>(this IOrderedEnumerable<T> all, Func<T, string?> name) => all.ThenBy(one => NameText.SortKey(name(one)), StringComparer.Ordinal);
}
