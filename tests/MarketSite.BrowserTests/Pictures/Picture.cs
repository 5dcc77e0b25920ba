using Microsoft.Playwright;

namespace MarketSite.BrowserTests.Pictures;

/// <summary>A picture that the handbook and the documents show, taken of a running demonstration.</summary>
/// <param name="Place">The page, by its name among the <see cref="Places"/>.</param>
/// <param name="IsOnPhone">Whether it is looked at on a phone, and not on a desktop.</param>
/// <param name="Language">The language of who looks.</param>
/// <param name="Person">Who looks; null for somebody who is not signed in.</param>
public sealed record Picture(string Place, bool IsOnPhone, string Language, string? Person)
{
    /// <summary>What a script brings that is to be seen on it.</summary>
    public string? Awaited { get; init; }

    /// <summary>What is pressed before it is taken, and its name where that changes the picture.</summary>
    public (string Selector, string Name)? Pressed { get; init; }

    public string FileName => $"{Pressed?.Name ?? Place}-{(IsOnPhone ? "phone" : "desktop")}-{Language}.webp";

    public ViewportSize Window => IsOnPhone ? Screen.Phone : Screen.Desktop;
}
