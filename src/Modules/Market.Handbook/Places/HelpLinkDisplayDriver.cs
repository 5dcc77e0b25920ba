using System.Globalization;
using Market.Handbook.Reading;
using Market.Handbook.ViewModels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.Admin.Models;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace Market.Handbook.Places;

/// <summary>A question mark in the admin's bar that leads to what explains the page it stands on.</summary>
public sealed class HelpLinkDisplayDriver(IHttpContextAccessor http, HandbookShelf shelf, IOptions<AdminOptions> options) : DisplayDriver<Navbar>
{
    public override IDisplayResult? Display(Navbar model, BuildDisplayContext context)
    {
        if (http.HttpContext?.Request.Path.StartsWithSegments("/" + options.Value.AdminUrlPrefix, StringComparison.OrdinalIgnoreCase, out var rest) != true)
        {
            return null;
        }

        var place = AdminPlaces.Find(rest.Value ?? string.Empty);
        return Initialize<HelpLinkViewModel>("HandbookHelpLink", link =>
        {
            link.Name = place?.Page;
            link.Anchor = place is null ? null : shelf.AnchorOf(place.Page, place.Section, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        }).Location(OrchardCoreConstants.DisplayType.DetailAdmin, "Content:8");
    }
}
