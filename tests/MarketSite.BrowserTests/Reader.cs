namespace MarketSite.BrowserTests;

/// <summary>The screen that a story is told on, and the language it is told in.</summary>
public sealed class Reader(Market market, string screen, string language)
{
    /// <summary>Each screen in each language.</summary>
    public static TheoryData<string, string> All => new() { { "phone", "en" }, { "phone", "fr" }, { "desktop", "en" }, { "desktop", "fr" } };

    /// <summary>Each screen and each language once.</summary>
    public static TheoryData<string, string> Each => new() { { "phone", "fr" }, { "desktop", "en" } };

    /// <summary>What stands on the page, in the story's language.</summary>
    public string Say(string english, string french) => language == "fr" ? french : english;

    /// <summary>Registers somebody whom only this story tells of.</summary>
    public Task<string> RegisterAsync() => market.RegisterAsync(language);

    /// <summary>Opens a window on the story's screen, signed in as the person named, if one is.</summary>
    public Task<Visit> VisitAsync(string? person = null) =>
        market.VisitAsync(person, screen == "phone" ? Screen.Phone : Screen.Desktop, language == "fr" ? "fr" : "en-GB");
}
