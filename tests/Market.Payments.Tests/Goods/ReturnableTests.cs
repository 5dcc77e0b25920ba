using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Goods;

/// <summary>Packaging on deposit goes out and comes back, each a line of the account, and never more back than out unless it is meant.</summary>
public abstract class ReturnableTests(SiteFixture fixture) : GoodsScenario(fixture)
{
    [Fact]
    public async Task It_goes_out_and_comes_back_and_the_member_sees_what_they_have()
    {
        var jar = await AddReturnableAsync("0.50");
        using var member = await RegisterAsync();

        var form = await MoveFormAsync(member.AccountId, jar, "3", isBack: false);
        var answer = await SubmitAsync(form);
        await SubmitAsync(form);
        Assert.Contains($"Given out: 3 × {jar.Name}. The account owes {Euro(150)} for it.", answer.Notices, StringComparison.Ordinal);
        Assert.Equal("3", HeldOn(answer, jar));
        Assert.Contains($"3 × {jar.Name}", (await member.Browser.GetAsync("/my-account")).TextOf("#returnables"), StringComparison.Ordinal);

        answer = await SubmitAsync(await MoveFormAsync(member.AccountId, jar, "3", isBack: true));
        Assert.Contains($"Taken back: 3 × {jar.Name}. The account gets {Euro(150)} for it.", answer.Notices, StringComparison.Ordinal);
        Assert.Equal("0", HeldOn(answer, jar));
        var statement = await StatementAsync(member.AccountId);
        Assert.Equal([-150, 150], statement.Select(line => line.MinorUnits));
        Assert.Contains("Deposit on packaging", statement[0].Text, StringComparison.Ordinal);
        Assert.Contains("Packaging brought back", statement[1].Text, StringComparison.Ordinal);
        Assert.All(statement, line => Assert.Contains($"3 × {jar.Name}", line.Text, StringComparison.Ordinal));
        Assert.Null((await member.Browser.GetAsync("/my-account")).Document.QuerySelector("#returnables"));
    }

    [Fact]
    public async Task More_comes_back_than_went_out_only_if_that_is_said_twice()
    {
        var jar = await AddReturnableAsync("2");
        using var member = await RegisterAsync();
        await SubmitAsync(await MoveFormAsync(member.AccountId, jar, "1", isBack: false));

        var asked = await SubmitAsync(await MoveFormAsync(member.AccountId, jar, "2", isBack: true));
        Assert.Contains($"More of {jar.Name} would come back than went out: 1 is out.", asked.Text, StringComparison.Ordinal);
        Assert.Equal(-200, await BalanceAsync(member.AccountId));

        var answer = await SubmitAsync(asked.FormTo($"/Admin/payments/accounts/{member.AccountId}/returnables"));
        Assert.Equal("-1", HeldOn(answer, jar));
        Assert.Equal(200, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task A_reversal_moves_it_back()
    {
        var jar = await AddReturnableAsync("2");
        using var member = await RegisterAsync();
        await SubmitAsync(await MoveFormAsync(member.AccountId, jar, "4", isBack: false));
        var address = (await StatementAsync(member.AccountId))[0].ReverseAddress!;

        await SubmitAsync((await (await Fixture.CoordinatorAsync()).GetAsync(address)).FormTo(address).With("Reason", "A slip"));

        Assert.Equal("0", HeldOn(await AccountPageAsync(member.AccountId), jar));
        Assert.Equal(0, await BalanceAsync(member.AccountId));
    }

    [Fact]
    public async Task One_that_is_retired_only_comes_back_and_one_that_moved_is_not_deleted()
    {
        var (jar, crate) = (await AddReturnableAsync("2"), await AddReturnableAsync("3"));
        using var member = await RegisterAsync();
        var out1 = await MoveFormAsync(member.AccountId, jar, "1", isBack: false);
        await SubmitAsync(out1);
        var again = await MoveFormAsync(member.AccountId, jar, "1", isBack: false);
        Assert.Contains("This packaging is not deleted: it moved once on an account.", (await PressAsync(jar.Id, "Delete")).Notices, StringComparison.Ordinal);
        Assert.Contains("has been removed", (await PressAsync(crate.Id, "Delete")).Notices, StringComparison.Ordinal);

        await PressAsync(jar.Id, "Unpublish");

        Assert.Contains($"{jar.Name} is not given out any more; it can only be brought back.", (await SubmitAsync(again)).Notices, StringComparison.Ordinal);
        Assert.Equal("0", HeldOn(await SubmitAsync(await MoveFormAsync(member.AccountId, jar, "1", isBack: true)), jar) ?? "0");
        Assert.Equal(0, await BalanceAsync(member.AccountId));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("1000")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public async Task What_is_no_number_moves_nothing(string count)
    {
        var jar = await AddReturnableAsync("2");
        using var member = await RegisterAsync();

        foreach (var isBack in new[] { false, true })
        {
            var answer = await SubmitAsync(await MoveFormAsync(member.AccountId, jar, count, isBack));
            Assert.True(answer.Notices.Contains("Say how many", StringComparison.Ordinal) || answer.Notices.Contains("This form is not complete", StringComparison.Ordinal), answer.Notices);
        }

        Assert.Empty(await StatementAsync(member.AccountId));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("1000001")]
    public async Task A_deposit_is_an_amount_above_nothing(string deposit) =>
        Assert.NotEmpty((await WriteAsync("Returnable", form => form.With("TitlePart.Title", "Jar").With("ReturnablePart.Deposit", deposit))).ErrorAt("ReturnablePart.Deposit"));

    private async Task<Product> AddReturnableAsync(string deposit)
    {
        var name = NewName("jar");
        await CreateAsync("Returnable", form => form.With("TitlePart.Title", name).With("ReturnablePart.Deposit", deposit));
        return new Product(await FindContentAsync("Returnable", name), name);
    }

    private async Task<SiteForm> MoveFormAsync(string accountId, Product returnable, string count, bool isBack) =>
        (await AccountPageAsync(accountId)).Form($"[data-returnable='{returnable.Id}'] form").With("Count", count).With("IsBack", isBack ? "true" : "false");

    private static string? HeldOn(SitePage page, Product returnable) => page.Document.QuerySelector($"[data-returnable='{returnable.Id}']")?.GetAttribute("data-held");

    private async Task<SitePage> PressAsync(string id, string button)
    {
        var admin = await Fixture.AdminAsync();
        return await admin.SubmitAsync(await admin.BareFormAsync($"/Admin/Contents/ContentItems/{id}/{button}?returnUrl=/Admin/payments/clients", "/Admin/payments/settings"));
    }
}

[Collection(SqliteSite.Name)]
public sealed class ReturnablesOnSqlite(SqliteSite site) : ReturnableTests(site);

[Collection(PostgresSite.Name)]
public sealed class ReturnablesOnPostgres(PostgresSite site) : ReturnableTests(site);
