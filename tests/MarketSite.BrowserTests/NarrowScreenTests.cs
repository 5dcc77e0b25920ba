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

        // A wide table scrolls; what it is pressed for is in sight all the same on the phone of a stall.
        await visit.Page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.ta-content .table-responsive .btn')]
              .filter(button => button.getBoundingClientRect().right > button.closest('.table-responsive').getBoundingClientRect().right + 1)
              .map(button => button.outerHTML.slice(0, 160))
            """));
    }

    // In French: its words are the longer ones.
    private async Task CheckAsync(Visit visit, string page)
    {
        await visit.GoAsync(await market.FindAsync(page));
        Assert.False(await visit.ScrollsSidewaysAsync(), await visit.WhatSticksOutAsync());
    }
}
