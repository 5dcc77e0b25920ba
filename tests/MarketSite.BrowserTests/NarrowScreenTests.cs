namespace MarketSite.BrowserTests;

public sealed class NarrowScreenTests(Market market)
{
    [Theory]
    [MemberData(nameof(Places.Public), MemberType = typeof(Places))]
    public async Task A_public_page_does_not_scroll_sideways_on_a_narrow_phone(string page)
    {
        await using var visit = await market.VisitAsync(Places.Visitor(page), Screen.Narrow, "fr");
        await CheckAsync(visit, page);
    }

    [Theory]
    [MemberData(nameof(Places.Back), MemberType = typeof(Places))]
    public async Task An_admin_page_does_not_scroll_sideways_on_a_narrow_phone(string page)
    {
        await using var visit = await market.VisitAsync(Market.Admin, Screen.Narrow, "fr");
        await CheckAsync(visit, page);
    }

    // In French: its words are the longer ones.
    private async Task CheckAsync(Visit visit, string page)
    {
        await visit.GoAsync(await market.FindAsync(page));
        Assert.False(await visit.ScrollsSidewaysAsync(), await visit.WhatSticksOutAsync());
    }
}
