using Market.Handbook.Contents;
using Microsoft.AspNetCore.Mvc;

namespace Market.Handbook.Reading;

/// <summary>In the admin every page is found.</summary>
public sealed class AdminAddresses(IUrlHelper url) : IPageAddresses
{
    public string? OfPage(string name) => url.RouteUrl("HandbookPage", new { area = "Market.Handbook", name });

    public string OfPicture(string fileName) => url.Content("~/Market.Handbook/pictures/" + fileName);
}

/// <summary>On the public site those for members are.</summary>
public sealed class MemberAddresses(IUrlHelper url) : IPageAddresses
{
    public string? OfPage(string name) =>
        TableOfContents.Find(name)?.Reader == Reader.Member ? url.RouteUrl("MemberHandbookPage", new { area = "Market.Handbook", name }) : null;

    public string OfPicture(string fileName) => url.Content("~/Market.Handbook/pictures/" + fileName);
}
