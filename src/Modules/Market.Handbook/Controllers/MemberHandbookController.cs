using System.Globalization;
using Market.Handbook.Contents;
using Market.Handbook.Reading;
using Market.Handbook.Searching;
using Market.Handbook.ViewModels;
using Microsoft.AspNetCore.Mvc;

namespace Market.Handbook.Controllers;

/// <summary>What members read of the handbook, on the public site: also before they sign in, for the first page says how.</summary>
public sealed class MemberHandbookController(HandbookShelf shelf, PageOpener opener) : Controller
{
    private IReadOnlyList<HandbookPage> Pages =>
        [.. shelf.All(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).Where(page => page.Chapter.Reader == Reader.Member)];

    [HttpGet]
    [Route("handbook", Name = "MemberHandbook")]
    public IActionResult Index(string? q) => View(new ContentsViewModel
    {
        Pages = Pages,
        Query = q,
        Hits = string.IsNullOrWhiteSpace(q) ? null : HandbookSearch.Find(Pages, q),
        Addresses = new MemberAddresses(Url),
    });

    [HttpGet]
    [Route("handbook/{name}", Name = "MemberHandbookPage")]
    public IActionResult Page(string name) => opener.Open(Pages, name, new MemberAddresses(Url)) is { } model ? View(model) : NotFound();
}
