using System.Net;
using MarketSite.TestHost;

namespace Market.Payments.FireTests.Servers;

/// <summary>The site as <c>dotnet publish</c> puts it into a folder, without its sources.</summary>
public sealed class PublishedTests
{
    [Fact]
    public async Task A_published_site_shows_all_that_a_built_one_shows()
    {
        var folder = Directory.CreateTempSubdirectory("market-published-").FullName;
        try
        {
            await DotNet.RunAsync(Repository.FolderOf("src/MarketSite.Web"), "publish", "--no-build", "--configuration", Repository.Configuration, "--output", folder);
            await using var site = await SiteProcess.StartAsync(new SiteOptions { PublishedTo = folder });
            using var visitor = site.NewClient();
            var home = await visitor.GetAsync("/");
            Assert.Equal("Marché des Tilleuls", home.TextOf("main h1"));
            Assert.NotEmpty(home.Document.QuerySelectorAll("form.demonstration button"));
            foreach (var style in home.Document.QuerySelectorAll("link[rel=stylesheet]"))
            {
                Assert.Equal(HttpStatusCode.OK, (await visitor.AskAsync(style.GetAttribute("href")!)).Status);
            }

            using var coordinator = await site.SignInAsync("coordinator");
            Assert.Equal(HttpStatusCode.OK, (await coordinator.AskAsync("/Admin/payments/balances")).Status);
            Assert.Empty(site.Faults);
        }
        finally
        {
            await Folders.DeleteAsync(folder);
        }
    }
}
