using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Market.Payments.Tests.Fixtures;
using Market.Payments.Tests.Translations;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>A page is wholly in the language its reader's browser asks for.</summary>
public abstract class LanguageTests(SiteFixture fixture) : Scenario(fixture)
{
    private static readonly Lazy<IReadOnlyList<(string English, string French)>> Sentences = new(() =>
    [
        .. new[] { "Modules/Market.Payments", "Modules/Market.Orders", "Themes/MarketTheme" }
            .SelectMany(project => PoFile.Read(Path.Combine(Repository.Root, "src", project, "Localization", "fr.po")))
            .SelectMany(entry => new[] { entry.One, entry.Many }.OfType<string>().SelectMany(english => entry.Texts.Select(french => (english, french))))
            .Where(pair => pair.english.Any(char.IsLetter)),
    ]);

    [Theory]
    [InlineData("/")]
    [InlineData("/order")]
    [InlineData("/my-account")]
    [InlineData("{order}")]
    public async Task A_members_page_speaks_one_language(string path)
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        await PayAsync(member.AccountId, "1.00");
        using var english = await Site.SignInAsync(member.Login, "en");
        using var french = await Site.SignInAsync(member.Login, "fr");
        var address = path.Replace("{order}", "/order/" + order.OrderId, StringComparison.Ordinal);

        AssertSpeaks("en", await english.GetAsync(address), "main");
        AssertSpeaks("fr", await french.GetAsync(address), "main");
    }

    [Theory]
    [InlineData("/Admin/payments/balances")]
    [InlineData("/Admin/payments/balances?search=nobody-at-all")]
    [InlineData("/Admin/payments/clients")]
    [InlineData("/Admin/payments/accounts/{account}")]
    [InlineData("/Admin/payments/accounts/{account}/payment")]
    [InlineData("/Admin/payments/accounts/{account}/refund")]
    [InlineData("/Admin/payments/accounts/{account}/adjust")]
    [InlineData("/Admin/orders")]
    [InlineData("/Admin/orders/{order}")]
    public async Task An_admin_page_speaks_one_language(string path)
    {
        using var member = await RegisterAsync();
        var order = await OrderAsync(member.Browser);
        await PayAsync(member.AccountId, "1.00");
        var address = path.Replace("{account}", member.AccountId, StringComparison.Ordinal).Replace("{order}", order.OrderId, StringComparison.Ordinal);

        AssertSpeaks("en", await (await Fixture.CoordinatorAsync("en")).GetAsync(address), ".ta-content");
        AssertSpeaks("fr", await (await Fixture.CoordinatorAsync("fr")).GetAsync(address), ".ta-content");
    }

    [Fact]
    public async Task What_a_form_refuses_is_said_in_the_language_of_who_sent_it_whoever_came_first()
    {
        using var french = Site.NewClient("fr");
        using var english = Site.NewClient("en");

        Assert.Contains("Indiquez votre identifiant.", await RefusedAsync(french), StringComparison.Ordinal);
        Assert.Contains("Username is required.", await RefusedAsync(english), StringComparison.Ordinal);

        static async Task<string> RefusedAsync(SiteClient browser) =>
            (await browser.SubmitAsync((await browser.GetAsync("/Register")).Form("form:has([name='RegisterUserForm.ConfirmPassword'])"))).TextOf("main form");
    }

    [Fact]
    public async Task The_settings_speak_one_language()
    {
        AssertSpeaks("en", await (await Fixture.AdminAsync("en")).GetAsync("/Admin/payments/settings"), ".ta-content");
        AssertSpeaks("fr", await (await Fixture.AdminAsync("fr")).GetAsync("/Admin/payments/settings"), ".ta-content");
    }

    [Fact]
    public async Task What_a_posting_answers_speaks_the_readers_language()
    {
        var accountId = await OpenAccountAsync();
        var coordinator = await Fixture.CoordinatorAsync("fr");
        var form = (await MoneyFormAsync(accountId, "payment", coordinator)).With("Amount", "10,50").With("Method", "cheque");

        var refused = await coordinator.SubmitAsync(form);
        var posted = await coordinator.SubmitAsync(form.With("Details[cheque-number]", "0042"));

        AssertSpeaks("fr", refused, ".ta-content");
        Assert.NotEmpty(refused.Summary);
        AssertSpeaks("fr", posted, ".ta-content");
        Assert.Contains("10,50", posted.Notices, StringComparison.Ordinal);
        Assert.Equal(1050, BalanceOn(posted));
    }

    // A text of the page that is one of our sentences in the other language, and none in this one, was not translated.
    private static void AssertSpeaks(string language, SitePage page, string part)
    {
        Assert.True(page.IsSuccess, $"{page.Address} answered {page.Status}.");
        var isFrench = language == "fr";
        var own = Sentences.Value.Select(pair => isFrench ? pair.French : pair.English).ToHashSet(StringComparer.Ordinal);
        var foreign = Sentences.Value.Select(pair => isFrench ? pair.English : pair.French).Where(sentence => !own.Contains(sentence)).Distinct().Select(Pattern).ToList();
        var mine = own.Select(Pattern).ToList();
        var texts = TextsOf(page.One(part)).ToList();

        var strange = texts.FindAll(text => foreign.Exists(sentence => sentence.IsMatch(text)) && !mine.Exists(sentence => sentence.IsMatch(text)));
        Assert.Empty(strange);
        Assert.Contains(texts, text => mine.Exists(sentence => sentence.IsMatch(text)));
    }

    private static IEnumerable<string> TextsOf(IElement part)
    {
        var texts = part.Descendants<IText>()
            .Where(text => text.ParentElement?.LocalName is not ("script" or "style"))
            .Select(text => text.Data);
        var attributes = part.QuerySelectorAll("*").SelectMany(element => new[] { "aria-label", "placeholder", "title" }.Select(element.GetAttribute).OfType<string>());
        return texts.Concat(attributes).Select(text => Regex.Replace(text, @"\s+", " ").Trim()).Where(text => text.Any(char.IsLetter));
    }

    private static Regex Pattern(string sentence) =>
        new("^" + Regex.Replace(Regex.Escape(Regex.Replace(sentence, @"\s+", " ").Trim()), @"\\\{\d+[^}]*}", ".+") + "$", RegexOptions.CultureInvariant);
}

[Collection(SqliteSite.Name)]
public sealed class LanguagesOnSqlite(SqliteSite site) : LanguageTests(site);

[Collection(PostgresSite.Name)]
public sealed class LanguagesOnPostgres(PostgresSite site) : LanguageTests(site);
