using System.Globalization;
using Market.Handbook.News;
using Market.Handbook.Reading;
using Market.Handbook.Searching;
using Market.Handbook.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;

namespace Market.Handbook.Controllers;

/// <summary>All of the handbook, for whoever may enter the admin.</summary>
public sealed class HandbookController(HandbookShelf shelf, PageOpener opener, IAuthorizationService authorization) : Controller
{
    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    [Admin("handbook", "Handbook")]
    public async Task<IActionResult> Index(string? q)
    {
        if (!await authorization.AuthorizeAsync(User, AdminPermissions.AccessAdminPanel))
        {
            return Forbid();
        }

        var pages = shelf.All(Language);
        return View(new ContentsViewModel
        {
            Pages = pages,
            Query = q,
            Hits = string.IsNullOrWhiteSpace(q) ? null : HandbookSearch.Find(pages, q),
            IsAdmin = true,
            Addresses = new AdminAddresses(Url),
        });
    }

    [Admin("handbook/whats-new", "HandbookNews")]
    public async Task<IActionResult> News()
    {
        if (!await authorization.AuthorizeAsync(User, AdminPermissions.AccessAdminPanel))
        {
            return Forbid();
        }

        return View((object)PageRenderer.Render(WhatsNew.Newest(HandbookShelf.Text("CHANGELOG.md") ?? string.Empty), new AdminAddresses(Url)));
    }

    [Admin("handbook/{name}", "HandbookPage")]
    public async Task<IActionResult> Page(string name)
    {
        if (!await authorization.AuthorizeAsync(User, AdminPermissions.AccessAdminPanel))
        {
            return Forbid();
        }

        return opener.Open(shelf.All(Language), name, new AdminAddresses(Url)) is { } model ? View(model) : NotFound();
    }
}
