using System.Net;
using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests;

/// <summary>A market set up from nothing.</summary>
public abstract class SetUpTests(SiteFixture fixture)
{
    [Fact]
    public async Task The_home_page_answers()
    {
        using var visitor = fixture.Site.NewClient();

        var home = await visitor.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains("Marché des Tilleuls", home.TextOf("h1"), StringComparison.Ordinal);
    }
}

[Collection(SqliteSite.Name)]
public sealed class SetUpOnSqlite(SqliteSite site) : SetUpTests(site);

[Collection(PostgresSite.Name)]
public sealed class SetUpOnPostgres(PostgresSite site) : SetUpTests(site);
