using Market.Handbook.ViewModels;

namespace Market.Handbook.Reading;

/// <summary>A page opened among those that its reader may turn to.</summary>
public static class Opened
{
    public static PageViewModel? Show(IReadOnlyList<HandbookPage> pages, string name, IPageAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var place = pages.ToList().FindIndex(page => page.Chapter.Name == name);
        return place < 0 ? null : new PageViewModel
        {
            Page = pages[place],
            Html = PageRenderer.Render(pages[place].Markdown, addresses),
            Previous = place > 0 ? pages[place - 1] : null,
            Next = place + 1 < pages.Count ? pages[place + 1] : null,
            Addresses = addresses,
        };
    }
}
