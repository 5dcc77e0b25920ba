using Market.Handbook.Places;
using Market.Handbook.ViewModels;
using Microsoft.Extensions.Localization;

namespace Market.Handbook.Reading;

/// <summary>Opens a page among those that its reader may turn to, with the pictures of what leads to it.</summary>
public sealed class PageOpener(HandbookShelf shelf, IStringLocalizer<PageOpener> S)
{
    public PageViewModel? Open(IReadOnlyList<HandbookPage> pages, string name, IPageAddresses addresses)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var place = pages.ToList().FindIndex(page => page.Chapter.Name == name);
        return place < 0 ? null : new PageViewModel
        {
            Page = pages[place],
            Html = PageRenderer.Render(pages[place].Markdown, addresses, Illustrate(pages[place])),
            Previous = place > 0 ? pages[place - 1] : null,
            Next = place + 1 < pages.Count ? pages[place + 1] : null,
            Addresses = addresses,
        };
    }

    // Of several in one section, the last is put in first: each goes right behind what the section begins with.
    private IEnumerable<Illustration> Illustrate(HandbookPage page) =>
        from place in AdminPlaces.All.Concat(MemberPlaces.All).Reverse()
        where place.Page == page.Chapter.Name && place.Picture is not null && !page.Markdown.Contains(place.PictureIn(page.Language), StringComparison.Ordinal)
        let anchor = shelf.AnchorOf(place.Page, place.Section, page.Language) ?? string.Empty
        let heading = page.Sections.First(section => anchor.Length == 0 || section.Anchor == anchor).Heading
        select new Illustration(anchor, place.PictureIn(page.Language), S["Screenshot: {0}", heading]);
}
