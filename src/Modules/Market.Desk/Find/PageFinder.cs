using Market.Desk.ViewModels;
using Market.Payments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace Market.Desk.Find;

/// <summary>Finds pages of the admin by their names in its menu, as far as somebody sees them there.</summary>
public sealed class PageFinder(INavigationManager navigation, IStringLocalizer<PageFinder> S)
{
    public async Task<IEnumerable<Hit>> FindAsync(Searched searched, ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(searched);
        var words = searched.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameText.Fold).Where(word => word.Length > 0).ToList();
        return Pages(await navigation.BuildMenuAsync("admin", context), [])
            .Where(page => words.TrueForAll(word => NameText.Fold(page.Path).Contains(word, StringComparison.Ordinal)))
            .OrderBy(page => NameText.Fold(page.Title).Contains(words[0], StringComparison.Ordinal) ? 0 : 1)
            .DistinctBy(page => page.Address)
            .Take(Searched.Most)
            .Select(page => new Hit(S["Pages"], page.Title, page.Path, page.Address));
    }

    private static IEnumerable<(string Title, string Path, string Address)> Pages(IEnumerable<MenuItem> items, IReadOnlyList<string> above)
    {
        foreach (var item in items)
        {
            IReadOnlyList<string> path = [.. above, item.Text.Value];
            if (item.Items.Count == 0 && item.Href is { Length: > 1 } address)
            {
                yield return (item.Text.Value, string.Join(" › ", path), address);
            }

            foreach (var page in Pages(item.Items, path))
            {
                yield return page;
            }
        }
    }
}
