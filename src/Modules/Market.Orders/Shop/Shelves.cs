using Market.Orders.ViewModels;
using Market.Payments;

namespace Market.Orders.Shop;

/// <summary>How the order page shows what is on sale: by who makes it, or by what it is, and with what is looked for.</summary>
public static class Shelves
{
    /// <summary>The sheet's products by category, those without one and those no longer on sale last.</summary>
    /// <param name="groups">The sheet's groups, by producer.</param>
    /// <param name="others">What products without a category are called.</param>
    public static IReadOnlyList<OrderSheetGroup> ByCategory(IReadOnlyList<OrderSheetGroup> groups, string others)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var sold = groups.SelectMany(group => group.Lines).Where(line => line.Maker is not null);
        return
        [
            .. sold.GroupBy(line => NameText.Fold(line.Facts.Category), StringComparer.Ordinal)
                .OrderBy(category => category.Key.Length == 0)
                .ThenByName(category => category.First().Facts.Category)
                .Select(category => new OrderSheetGroup(
                    category.Key.Length == 0 ? others : category.First().Facts.Category,
                    string.Empty,
                    [.. category.OrderByName(line => line.Name)])),
            .. groups.Where(group => group.Lines.Any(line => line.Maker is null)),
        ];
    }

    /// <summary>What a product is found by, folded: its name, maker, village, category, labels and note.</summary>
    public static string SearchText(OrderSheetLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return NameText.FoldAll([line.Name, line.Maker?.Name, line.Maker?.Village, line.Facts.Category, .. line.Facts.Labels, line.Facts.Note]);
    }

    /// <summary>Whether a product is what is looked for: each word of it stands somewhere.</summary>
    public static bool Fits(OrderSheetLine line, string? searched)
    {
        var text = SearchText(line);
        return (searched ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(NameText.Fold(word), StringComparison.Ordinal));
    }
}
