using System.Net;
using Market.Payments.Tests.Fixtures;

namespace Market.Payments.Tests.Visitors;

/// <summary>A demonstration in Development is entered with one click, as anybody; that no other market has such a door is in <see cref="SetUpTests"/>.</summary>
[Collection(SqliteSite.Name)]
public sealed class EntranceTests(SqliteSite fixture) : Scenario(fixture)
{
    internal const string Door = "/demonstration/enter";

    private const string Bar = "form.demonstration";

    [Theory]
    [InlineData("member", "/my-account")]
    [InlineData("volunteer", "/admin/counter")]
    [InlineData("coordinator", "/admin/payments/balances")]
    [InlineData("admin", "/admin")]
    public async Task One_click_on_the_front_page_leads_to_where_each_begins(string who, string begins)
    {
        using var visitor = Site.NewClient();
        var home = await visitor.GetAsync("/");
        Assert.NotNull(home.Document.QuerySelector($"{Bar} button[name=who][value={who}]"));

        var inside = await visitor.SubmitAsync(home.Form(Bar).With("who", who));

        Assert.True(inside.IsSuccess, inside.Text);
        Assert.Equal(begins, inside.Address.AbsolutePath);
        Assert.Null((await visitor.GetAsync("/")).Document.QuerySelector(Bar));
    }

    [Fact]
    public async Task The_example_of_a_banks_file_is_for_who_sees_the_balances()
    {
        using var coordinator = await Site.SignInAsync("coordinator", "fr");
        var offer = (await coordinator.GetAsync("/Admin/payments/bank")).One("#example-statement a");
        using var member = await Site.SignInAsync("member");

        Assert.Equal("Un fichier d’exemple", offer.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.AskAsync(offer.GetAttribute("href")!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await member.AskAsync(offer.GetAttribute("href")!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.NewClient().AskAsync(offer.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task Only_with_the_pages_token_and_as_somebody_who_is_there()
    {
        using var visitor = Site.NewClient();
        var form = (await visitor.GetAsync("/")).Form(Bar);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(Door, ("who", "admin"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(form.With("who", "amelie"))).Status);
        Assert.NotNull((await visitor.GetAsync("/")).Document.QuerySelector(Bar));
    }
}
