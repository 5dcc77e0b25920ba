using Market.Door.Tests.Fixtures;

namespace Market.Door.Tests;

public sealed class InstallTests(DoorFixture door)
{
    [Fact]
    public async Task The_site_keeps_the_home_page_it_had()
    {
        var market = await door.MarketAsync();

        using var visitor = market.Process.NewClient();

        Assert.Contains(PlainMarket.Welcome, (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_of_the_site_gets_an_account_owes_pays_and_sees_it()
    {
        var market = await door.MarketAsync();
        using var member = await Member.JoinAsync(market);

        await member.TakeMembershipAsync();

        var owed = await market.BalanceAsync(member.Account);
        Assert.True(owed < 0);
        Assert.Contains(member.Login, (await market.Admin.GetAsync("/Admin/payments/balances")).Text, StringComparison.Ordinal);
        var mine = await member.Browser.GetAsync("/my-account");
        Assert.Equal(owed, PlainMarket.BalanceOn(mine));
        Assert.Contains("To pay", mine.Text, StringComparison.Ordinal);
        await market.PayAsync(member.Account, (-owed / 100m).ToString("0.00", CultureInfo.InvariantCulture));
        mine = await member.Browser.GetAsync("/my-account");
        Assert.Equal(0, PlainMarket.BalanceOn(mine));
        Assert.Contains("Settled", mine.Text, StringComparison.Ordinal);
        Assert.Empty(market.Process.Faults);
    }

    [Fact]
    public async Task A_recipe_run_again_changes_nothing()
    {
        var market = await door.MarketAsync();
        var before = await SettledAsync();

        foreach (var module in Installation.Features)
        {
            await market.RunRecipeAsync(module);
        }

        Assert.Equal(before, await SettledAsync());

        async Task<string> SettledAsync() => string.Join('\n',
            (await market.Admin.GetAsync("/Admin/payments/settings")).Form("form:has([name$='CurrencyCode'])").Fields
                .Where(field => field.Key != "__RequestVerificationToken").Select(field => $"{field.Key}={field.Value}")
                .Concat((await market.Admin.GetAsync("/Admin/Workflows/Types")).TextsOf("li.list-group-item")));
    }

    [Fact]
    public void The_guide_names_the_version_that_the_sources_have_and_no_command_that_is_not_tried()
    {
        Assert.All(Guide.ArgumentsOf("add package"), arguments => Assert.Equal(Packages.SourceVersion, arguments[^1]));
        Assert.All(Guide.Commands, command => Assert.Matches("^dotnet (pack|add package|build)", command));
    }
}
