using Microsoft.Playwright;

namespace MarketSite.BrowserTests;

/// <summary>The screens that pages are looked at on.</summary>
public static class Screen
{
    public static ViewportSize Phone => new() { Width = 390, Height = 844 };

    public static ViewportSize Narrow => new() { Width = 360, Height = 740 };

    public static ViewportSize Desktop => new() { Width = 1280, Height = 900 };
}
