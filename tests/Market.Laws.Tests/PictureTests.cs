using System.Text.RegularExpressions;
using Market.Handbook.Places;
using Screenshots;

namespace Market.Laws.Tests;

/// <summary>Each page has a picture that is taken anew by one command, or a reason why it has none; and no picture lies about that nobody is shown.</summary>
public sealed partial class PictureTests
{
    private const string Folder = "docs/screenshots";

    // GitHub and the handbook show them as they are.
    private const int MostBytes = 60_000;

    // Taken by hand of markets with a card provider, reminders and several producers.
    private static readonly string[] ByHand = ["card-form-phone-en.png", "card-refund-desktop-en.png", "card-return-phone-en.png", "online-payments-desktop-en.png", "producer-settle-desktop-en.png", "producer-statement-desktop-en.png", "reminder-mail-en.png", "reminders-desktop-en.png", "reminders-workflow-desktop-en.png"];

    private static readonly string[] Screens = ["-phone-", "-desktop-"];

    [Fact]
    public void Every_page_that_the_browser_s_tests_look_at_is_taken_or_excused() => Law.HasNoOffender(
        Lists().Matches(Repository.Read("tests/MarketSite.BrowserTests/Places.cs"))
            .SelectMany(list => Name().Matches(list.Groups[1].Value).Select(name => name.Groups[1].Value))
            .Where(name => Pictures.All.All(picture => picture.Name != name) && !Pictures.Without.ContainsKey(name)));

    [Fact]
    public void Every_place_of_the_admin_is_taken_or_excused() => Law.HasNoOffender(
        AdminPlaces.All.Select(place => place.Path).Where(path => Pictures.All.All(picture => picture.Place != path) && !Pictures.Without.ContainsKey(path)));

    [Fact]
    public void Nothing_is_excused_that_is_not_there_or_that_is_taken() => Law.HasNoOffender(
        Pictures.Without.Keys.Where(page => Pictures.All.Any(picture => picture.Name == page || picture.Place == page)
            || (AdminPlaces.All.All(place => place.Path != page) && !Repository.Read("tests/MarketSite.BrowserTests/Places.cs").Contains($"\"{page}\"", StringComparison.Ordinal))));

    [Fact]
    public void A_picture_is_small_shown_somewhere_and_can_be_taken_anew()
    {
        var shown = string.Concat(Repository.Files(".", ".md").Select(Repository.Read));
        Law.HasNoOffender(Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder)).Select(path => new FileInfo(path))
            .Where(file => !shown.Contains(file.Name, StringComparison.Ordinal)
                || (!ByHand.Contains(file.Name) && (file.Length > MostBytes || Pictures.All.All(picture => !Screens.Any(screen => file.Name.StartsWith(picture.Name + screen, StringComparison.Ordinal))))))
            .Select(file => $"{file.Name}: {file.Length} bytes"));
    }

    [GeneratedRegex(@"TheoryData<string> (?:Public|Back) =>\s*\[([^\]]*)\]")]
    private static partial Regex Lists();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Name();
}
