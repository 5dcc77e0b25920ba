using System.Text.RegularExpressions;
using Market.Handbook.Contents;
using Market.Handbook.Places;
using Market.Handbook.Reading;

namespace Market.Laws.Tests;

/// <summary>The handbook says all there is, in both languages, and names what the screens name.</summary>
public sealed partial class HandbookTests
{
    private static readonly string[] Languages = ["en", "fr"];

    // They answer a script or a browser, and nobody reads them.
    private static readonly string[] NoPages =
    [
        "/Admin/counter/page",
        "/Admin/counter/worker.js",
        "/Admin/counter/token",
        "/Admin/counter/{distribution:length(26)}/state",
        "/Admin/counter/{distribution:length(26)}/entries",
        "/Admin/find/hits",
        "/Admin/handbook",
        "/Admin/handbook/whats-new",
        "/Admin/handbook/{name}",
    ];

    // Orchard's own words stand in the admin as Orchard has them, in either language.
    private static readonly string[] Orchards =
    [
        "Settings", "General", "Base URL", "Communication", "Email", "Security", "Registration", "User Login", "Tools", "Features", "Recipes", "Deployments", "Plans", "Workflows", "Audit Trail", "Users", "Roles",
    ];

    // Their forms stand on other pages, which are shown; or the demonstration, which pays no producer, has no such page.
    private static readonly string[] Unseen =
    [
        "orders/place",
        "payments/accounts/*/pending",
        "payments/accounts/*/data",
        "payments/accounts/*/stay",
        "payments/accounts/*/logins",
        "payments/accounts/*/links",
        "payments/accounts/*/returnables",
        "payments/accounts/*/receipts",
        "payments/cheque/*/bounced",
        "payments/stripe",
        "payments/fee",
        "payments/producers",
        "payments/producers/*/link",
        "payments/producers/distributions",
        "payments/producers/statements",
        "counter/*/reopen",
        "counter/receipts",
    ];

    private static readonly string[] Pictures = typeof(HandbookShelf).Assembly.GetManifestResourceNames();

    private static readonly HandbookShelf Shelf = new();

    [Fact]
    public void Every_page_of_the_admin_has_its_place() => Law.HasNoOffender(Actions.All
        .Where(action => action.Path.StartsWith("/Admin/", StringComparison.Ordinal) && !NoPages.Contains(action.Path))
        .Where(action => AdminPlaces.Find(action.Path["/Admin/".Length..]) is null)
        .Select(action => $"{action.Path} ({action.Name})"));

    [Fact]
    public void Every_place_is_there_in_both_languages() => Law.HasNoOffender(
        from place in AdminPlaces.All.Concat(MemberPlaces.All)
        from language in Languages
        where Shelf.Find(place.Page, language) is null || (place.Section is not null && string.IsNullOrEmpty(Shelf.AnchorOf(place.Page, place.Section, language)))
        select $"{place.Path} → {place.Page}#{place.Section} ({language})");

    [Fact]
    public void Every_place_has_its_picture_in_both_languages() => Law.HasNoOffender(
        from place in AdminPlaces.All.Concat(MemberPlaces.All)
        where place.Picture is not null
        from language in Languages
        where !Pictures.Contains($"Market.Handbook.wwwroot>pictures>{place.PictureIn(language)}")
        select $"{place.Path}: {place.PictureIn(language)}");

    [Fact]
    public void Every_page_of_the_admin_is_shown_by_a_picture() => Law.HasNoOffender(
        from place in AdminPlaces.All
        where place.Picture is null && !Unseen.Contains(place.Path) && Actions.All.Any(action => action.Path.StartsWith("/Admin/", StringComparison.Ordinal) && AdminPlaces.Find(action.Path["/Admin/".Length..]) == place)
        select place.Path);

    [Fact]
    public void The_nearest_place_is_meant()
    {
        Assert.Equal("payments", AdminPlaces.Find("payments/accounts/4x2/payment")?.Page);
        Assert.Equal("clients", AdminPlaces.Find("payments/accounts/4x2")?.Page);
        Assert.Equal("orders", AdminPlaces.Find("Settings/orders")?.Section);
        Assert.Null(AdminPlaces.Find("Templates"));
    }

    [Fact]
    public void Every_page_is_there_in_both_languages_with_the_same_sections()
    {
        var wrong = new List<string>();
        foreach (var (name, _) in TableOfContents.All)
        {
            wrong.AddRange(Languages.Where(language => HandbookShelf.Text($"{language}/{name}.md") is null).Select(language => $"{name} lacks in {language}"));
            var (english, french) = (Shelf.Find(name, "en")!, Shelf.Find(name, "fr")!);
            if (!english.Sections.Select(section => section.Level).SequenceEqual(french.Sections.Select(section => section.Level)))
            {
                wrong.Add($"{name} has other sections in French");
            }
        }

        Law.HasNoOffender(wrong);
    }

    [Fact]
    public void No_page_is_outside_the_contents() => Law.HasNoOffender(
        Repository.Files("src/Modules/Market.Handbook/Pages", ".md").Where(file => TableOfContents.Find(Path.GetFileNameWithoutExtension(file)) is null));

    [Fact]
    public void Every_setting_has_its_line_in_both_languages()
    {
        var settings = Repository.Files("src/Modules", "Settings.Edit.cshtml")
            .Append("src/Modules/Market.Payments.Reminders/Views/ReminderSettings/Index.cshtml")
            .Append("src/Modules/Market.Payments.Stripe/Views/Producers/Terms.cshtml")
            .SelectMany(file => Labelled().Matches(Repository.Read(file)).SelectMany(label => Sentence().Matches(label.Value)).Select(sentence => (File: file, Label: sentence.Groups[1].Value)))
            .Where(setting => setting.Label != "What the texts can say")
            .ToList();
        Assert.Contains(settings, setting => setting.Label == "Lowest balance");
        var (english, french) = (Plain(HandbookShelf.Text("en/settings.md")!), Plain(HandbookShelf.Text("fr/settings.md")!));
        var catalogue = Screens.French;

        Law.HasNoOffender(settings
            .Where(setting => !english.Contains($"**{Plain(setting.Label)}**", StringComparison.Ordinal)
                || !french.Contains($"**{Plain(catalogue.GetValueOrDefault(setting.Label, "?"))}**", StringComparison.Ordinal))
            .Select(setting => $"{setting.File}: {setting.Label} / {catalogue.GetValueOrDefault(setting.Label)}"));
    }

    [Fact]
    public void What_a_page_calls_by_its_name_is_called_so_on_the_screens()
    {
        var words = new Dictionary<string, List<Regex>>
        {
            ["en"] = [.. Screens.French.Keys.Select(Pattern)],
            ["fr"] = [.. Screens.French.Values.Select(Pattern)],
        };

        Law.HasNoOffender(
            from file in Repository.Files("src/Modules/Market.Handbook/Pages", ".md")
            let language = Path.GetFileName(Path.GetDirectoryName(file)!)
            from name in Italics().Matches(Repository.Read(file)).SelectMany(match => match.Groups[1].Value.Split(" → "))
            where !Orchards.Contains(name) && !words[language].Exists(word => word.IsMatch(Plain(name).TrimEnd('.')))
            select $"{file}: {name}");
    }

    [Fact]
    public void Every_picture_is_served_and_every_link_leads_to_a_section()
    {
        var wrong = new List<string>();
        foreach (var language in Languages)
        {
            foreach (var page in Shelf.All(language))
            {
                var html = PageRenderer.Render(page.Markdown, new Everywhere());
                wrong.AddRange(Source().Matches(html).Select(match => match.Groups[1].Value).Where(file => !Pictures.Contains($"Market.Handbook.wwwroot>pictures>{file}")).Select(file => $"{page.Chapter.Name}: {file}"));
                wrong.AddRange(Target().Matches(html)
                    .Where(match => !Shelf.Find(match.Groups[1].Value, language)!.Sections.Any(section => section.Anchor == Uri.UnescapeDataString(match.Groups[2].Value)))
                    .Select(match => $"{language} {page.Chapter.Name}: {match.Value}"));
            }
        }

        Law.HasNoOffender(wrong);
    }

    private static string Plain(string text) => Space().Replace(text.Replace('’', '\''), " ").Trim();

    private static Regex Pattern(string sentence) => new("^" + Place().Replace(Regex.Escape(Plain(sentence).TrimEnd('.')), "(?=.*[^ ]).+") + "$", RegexOptions.CultureInvariant);

    [GeneratedRegex("""class="(?:ocat-label|form-check-label|form-label)"[^>]*>@[^\n]*|<summary>@[^\n]*""")]
    private static partial Regex Labelled();

    [GeneratedRegex("""T\["((?:[^"\\]|\\.)*)"[\],]""")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<!\*)\*([^*\n]+)\*(?!\*)")]
    private static partial Regex Italics();

    [GeneratedRegex("src=\"/pictures/([^\"]+)\"")]
    private static partial Regex Source();

    [GeneratedRegex("href=\"/page/([a-z-]+)#([^\"]+)\"")]
    private static partial Regex Target();

    [GeneratedRegex(@"\\\{\d+}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    private sealed class Everywhere : IPageAddresses
    {
        public string? OfPage(string name) => "/page/" + name;

        public string OfPicture(string fileName) => "/pictures/" + fileName;
    }
}
