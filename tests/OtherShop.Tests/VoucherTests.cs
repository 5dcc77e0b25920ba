using OtherShop.Tests.Fixtures;

namespace OtherShop.Tests;

/// <summary>A payment method that a module brings, and the module switched off.</summary>
[Collection(SqliteShop.Name)]
public sealed class VoucherTests(SqliteShop fixture) : Scenario(fixture)
{
    [Fact]
    public async Task A_voucher_is_recorded_with_its_number_and_not_without()
    {
        using var member = await RegisterAsync();
        var admin = await Fixture.AdminAsync();
        var form = (await PaymentFormAsync(member)).With("Amount", "15").With("Method", "voucher");

        var refused = await admin.SubmitAsync(form);
        Assert.Contains("Please fill in: Voucher number.", refused.Summary, StringComparison.Ordinal);
        Assert.Equal(0, await BalanceAsync(member));

        await admin.SubmitAsync(form.With("Details[voucher-number]", "V-17"));
        Assert.Equal([("Voucher V-17", 1500)], await StatementAsync(member));
        var mine = await member.Browser.GetAsync("/my-account");
        Assert.Contains("Handed over at the stall; its number is noted.", mine.TextOf("#how-to-pay"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_means_off()
    {
        using var member = await RegisterAsync();
        var admin = await Fixture.AdminAsync();
        var form = (await PaymentFormAsync(member)).With("Amount", "15").With("Method", "voucher").With("Details[voucher-number]", "V-18");
        var before = await ChangeSettingsAsync(settings => settings.WithAll(settings.Fields.First(field => field.Value == "voucher").Key, "cash"));
        try
        {
            var refused = await admin.SubmitAsync(form);

            Assert.Contains("The market does not offer this way to pay.", refused.ErrorAt("Method"), StringComparison.Ordinal);
            Assert.Empty(await StatementAsync(member));
            Assert.DoesNotContain("Voucher", (await member.Browser.GetAsync("/my-account")).Text, StringComparison.Ordinal);
        }
        finally
        {
            await ChangeSettingsAsync(_ => before);
        }
    }

    [Fact]
    public async Task Switched_off_and_on_again_the_shop_loses_nothing()
    {
        using var member = await RegisterAsync();
        await member.Browser.SubmitAsync(await TakeFormAsync(member));
        var admin = await Fixture.AdminAsync();
        await admin.SubmitAsync((await PaymentFormAsync(member)).With("Amount", "5").With("Method", "voucher").With("Details[voucher-number]", "V-19"));
        var memberships = await MembershipsAsync(member);

        await SwitchAsync(on: false);
        try
        {
            Assert.False((await member.Browser.GetAsync("/memberships")).IsSuccess);
            Assert.Equal(-1500, await BalanceAsync(member));
            Assert.StartsWith("Order, ", (await StatementAsync(member))[0].Title, StringComparison.Ordinal);
            var mine = await member.Browser.GetAsync("/my-account");
            Assert.Contains("Order, ", mine.Text, StringComparison.Ordinal);
            Assert.Null(mine.Document.QuerySelector("a[href='/memberships']"));
        }
        finally
        {
            await SwitchAsync(on: true);
        }

        Assert.Equal(memberships, await MembershipsAsync(member));
        Assert.Equal(["Membership", "Voucher V-19"], (await StatementAsync(member)).Select(line => line.Title.Split(',')[0]));
    }
}
