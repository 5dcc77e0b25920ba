using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MarketSite.BrowserTests;

/// <summary>What somebody does who has no mouse.</summary>
internal static class Keys
{
    public static ILocator Button(this Visit visit, string name) => visit.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Link(this Visit visit, string name) => visit.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public static ILocator Field(this Visit visit, string label) => visit.Page.GetByLabel(label, new() { Exact = true });

    /// <summary>Presses something that does its work on the page.</summary>
    public static async Task PressAsync(this Visit visit, ILocator control, string key = "Enter")
    {
        await visit.TabToAsync(control);
        await visit.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses something that leads to another page, or to this one anew, and waits for that.</summary>
    public static async Task FollowAsync(this Visit visit, ILocator control)
    {
        await visit.TabToAsync(control);
        await visit.SendAsync();
    }

    /// <summary>Types into a field in place of what it holds.</summary>
    public static async Task TypeAsync(this Visit visit, ILocator field, string text)
    {
        await visit.TabToAsync(field);
        await visit.Page.Keyboard.PressAsync("Control+a");
        await visit.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses the enter key where the focus is, and waits for the page that it leads to.</summary>
    public static async Task SendAsync(this Visit visit)
    {
        await visit.Page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("html:not([data-left]) body")).ToBeAttachedAsync();
        await visit.ReadAsync();
    }
}
