using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests;

/// <summary>What a market calls people and things, through its page, on its pages.</summary>
[Collection(SqliteSite.Name)]
public sealed class WordsTests(SqliteSite site) : Scenario(site)
{
    private const string Page = "/Admin/payments/words";

    [Fact]
    public async Task The_words_are_looked_at_saved_and_said_at_once_and_no_name_and_no_file_changes()
    {
        var (browser, login) = (Site.NewClient(), NewName());
        using var member = browser;
        await RegisterAsync(browser, login, "Client Marché " + login);
        await browser.SignInAsync(login, SiteOptions.DevelopmentPassword);
        var file = (await member.GetAsync("/my-account/statement/csv")).Html;
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync(Page)).FormTo(Page);
        var chosen = form.With("Terms[0].Choice", "adherent").With("Terms[4].Choice", "amap");

        var looked = await admin.SubmitAsync(chosen.With("look", "true"));
        Assert.Contains("Nouvel adhérent", looked.TextOf("#words-preview"), StringComparison.Ordinal);
        Assert.Contains("C'est ce que vous devez à l'AMAP.", looked.TextOf("#words-preview"), StringComparison.Ordinal);
        Assert.Contains("New client", (await admin.GetAsync("/Admin/payments/clients")).Text, StringComparison.Ordinal);

        await admin.SubmitAsync(chosen);
        try
        {
            var clients = await admin.GetAsync("/Admin/payments/clients?q=" + login);
            Assert.Contains("New adherent", clients.Text, StringComparison.Ordinal);
            Assert.Contains("Client Marché " + login, clients.Text, StringComparison.Ordinal);
            Assert.Equal("Leave the AMAP", (await member.GetAsync("/my-account/leave")).TextOf("h1"));
            Assert.Equal(file, (await member.GetAsync("/my-account/statement/csv")).Html);
            var step = (await admin.GetAsync(Page)).FormTo(Page);
            Assert.Equal(("adherent", "amap"), (step["Terms[0].Choice"], step["Terms[4].Choice"]));
        }
        finally
        {
            await admin.SubmitAsync(form);
        }

        Assert.Contains("New client", (await admin.GetAsync("/Admin/payments/clients")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_word_is_refused_at_its_field()
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync(Page)).FormTo(Page);

        var answer = await admin.SubmitAsync(form
            .With("Terms[3].Choice", "own").With("Terms[3].English", "<b>grower</b>").With("Terms[3].EnglishPlural", "growers").With("Terms[3].French", "jardinier").With("Terms[3].FrenchPlural", "jardiniers"));

        Assert.StartsWith("A word is of letters, spaces and hyphens", answer.ErrorAt("Terms[3].English"), StringComparison.Ordinal);
        Assert.Equal(string.Empty, (await admin.GetAsync(Page)).FormTo(Page)["Terms[3].Choice"]);
    }
}
