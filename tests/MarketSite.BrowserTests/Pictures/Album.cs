using MarketSite.TestHost;

namespace MarketSite.BrowserTests.Pictures;

/// <summary>All pictures there are: each place in both languages, as who uses it sees it, and what a document shows beside.</summary>
public static class Album
{
    /// <summary>Where they are kept.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "screenshots");

    private static readonly string[] Languages = ["en", "fr"];

    /// <summary>Taken by hand, since the demonstration pays its producers by no card.</summary>
    public static IReadOnlyList<string> ByHand { get; } = ["producer-settle-desktop-en.webp", "producer-statement-desktop-en.webp"];

    // The counter shows whoever comes once it has loaded them.
    private const string Comers = "#rows .row";

    // What the member with the most history to show sees; other pages are those of whoever they were found with.
    private static readonly string[] WithHistory = ["home", "order", "my-account", "my-statement", "my-statement-print", "my-data", "my-preferences"];

    public static IReadOnlyList<Picture> All { get; } = [.. Of(Places.Public, Member), .. Of(Places.Back, Staff), .. OfDocuments()];

    /// <summary>A page in one language, as who uses it sees it.</summary>
    public static Picture Of(string place, string language) => All.First(picture => picture.Place == place && picture.Language == language);

    private static IEnumerable<Picture> Of(TheoryData<string> places, Func<string, string, Picture> take) =>
        places.SelectMany(place => Languages.Select(language => take(place.Data, language)));

    private static Picture Member(string place, string language) => new(place, true, language, WithHistory.Contains(place) ? "member" : Places.Visitor(place));

    private static Picture Staff(string place, string language) => new(place, false, language, Market.Admin);

    // Pages that are looked at in tests of their own, or are Orchard's; and what is seen where something is pressed.
    private static IEnumerable<Picture> OfDocuments()
    {
        yield return new("account", true, "fr", Market.Admin);
        foreach (var language in Languages)
        {
            yield return new("reminders-workflow", false, language, Market.Admin);
            yield return new("reminder-mail", false, language, Market.Admin);
            yield return new("counter", true, language, Market.Admin) { Awaited = Comers };
            yield return new("counter", true, language, Market.Admin) { Pressed = (Comers, "counter-member") };
            yield return new("my-account", true, language, "member") { Pressed = ("#pay-by-card input[type=checkbox]", "card-form") };
        }
    }
}
