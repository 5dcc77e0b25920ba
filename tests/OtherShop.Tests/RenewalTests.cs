using MarketSite.TestHost;
using OtherShop.Tests.Fixtures;

namespace OtherShop.Tests;

/// <summary>A debit posted by a workflow, in the shop's transaction.</summary>
public abstract class RenewalTests(ShopSite fixture) : Scenario(fixture)
{
    [Fact]
    public async Task The_workflow_posts_the_fee_once_however_often_it_is_asked()
    {
        using var member = await MemberAsync();
        var admin = await Fixture.AdminAsync();
        var renew = await AdminFormAsync(admin, member, "renew");

        await Task.WhenAll(admin.SubmitAsync(renew), admin.SubmitAsync(renew));
        var other = await admin.SubmitAsync(renew.With("Key", Guid.NewGuid().ToString("n")));

        Assert.Contains("This membership is renewed already", other.Notices, StringComparison.Ordinal);
        Assert.Equal(2, (await MembershipsAsync(member)).Count);
        Assert.Equal([-2000, -2000], (await StatementAsync(member)).Select(line => line.MinorUnits));
    }

    [Fact]
    public async Task What_the_ledger_refuses_the_workflow_refuses_and_nothing_is_kept()
    {
        using var member = await MemberAsync();
        await SetFloorAsync(member, "-30");
        var admin = await Fixture.AdminAsync();

        var refused = await admin.SubmitAsync(await AdminFormAsync(admin, member, "renew"));

        Assert.Contains("Pay at least €10.00 first.", refused.Notices, StringComparison.Ordinal);
        Assert.Single(await MembershipsAsync(member));
        Assert.Single(await StatementAsync(member));
    }

    [Fact]
    public async Task Without_the_workflow_nothing_is_renewed_and_the_coordinator_reads_why()
    {
        using var member = await MemberAsync();
        var admin = await Fixture.AdminAsync();
        await SwitchWorkflowAsync(admin, on: false);
        try
        {
            var answer = await admin.SubmitAsync(await AdminFormAsync(admin, member, "renew"));

            Assert.Contains("No workflow posted the fee.", answer.Notices, StringComparison.Ordinal);
            Assert.Single(await MembershipsAsync(member));
        }
        finally
        {
            await SwitchWorkflowAsync(admin, on: true);
        }
    }

    private async Task<Member> MemberAsync()
    {
        var member = await RegisterAsync();
        await member.Browser.SubmitAsync(await TakeFormAsync(member));
        return member;
    }

    private static async Task SwitchWorkflowAsync(SiteClient admin, bool on)
    {
        var edit = (await admin.GetAsync("/Admin/Workflows/Types")).Document.QuerySelectorAll("a[href*='/Workflows/Types/EditProperties/']")
            .First(link => link.Closest("li")?.TextContent.Contains("Membership renewed", StringComparison.Ordinal) == true);
        var form = (await admin.GetAsync(edit.GetAttribute("href")!)).Form("form:has([name='IsEnabled'])");
        await admin.SubmitAsync(on ? form.WithAll("IsEnabled", "true", "false") : form.WithAll("IsEnabled", "false"));
    }

    [Collection(SqliteShop.Name)]
    public sealed class OnSqlite(SqliteShop fixture) : RenewalTests(fixture);

    [Collection(PostgresShop.Name)]
    public sealed class OnPostgres(PostgresShop fixture) : RenewalTests(fixture);
}
