using MarketSite.TestHost;
using OtherShop.Tests.Fixtures;

namespace OtherShop.Tests;

/// <summary>A transaction that is lost while a workflow runs, on a site of its own: what was saved before must not be half kept.</summary>
public sealed class LostTransactionTests(LostTransactionTests.LosingShop fixture) : Scenario(fixture), IClassFixture<LostTransactionTests.LosingShop>
{
    [Fact]
    public async Task Nothing_is_kept_and_nobody_is_told_that_it_was()
    {
        using var member = await RegisterAsync();
        await member.Browser.SubmitAsync(await TakeFormAsync(member));
        var admin = await Fixture.AdminAsync();

        var answer = await admin.SubmitAsync(await AdminFormAsync(admin, member, "renew"));

        Assert.DoesNotContain("The membership is renewed", answer.Text, StringComparison.Ordinal);
        Assert.Single(await MembershipsAsync(member));
        Assert.Single(await StatementAsync(member));
    }

    /// <summary>A site whose workflow loses the transaction, which its log must say.</summary>
    public sealed class LosingShop : ShopSite
    {
        public override string? WhyNot => null;

        protected override async Task BringWorkflowsAsync(SiteClient admin)
        {
            var form = (await admin.GetAsync("/Admin/DeploymentPlan/Import/Json")).Form("form:has([name='Json'])");
            var answer = await admin.SubmitAsync(form.With("Json", await File.ReadAllTextAsync(Path.Combine(Repository.FolderOf(Project), "Recipes", "losing.recipe.json"))));
            Assert.Contains("Recipe imported successfully", answer.Notices, StringComparison.Ordinal);
        }

        protected override Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options) => Task.FromResult(options);

        protected override void Judge(IReadOnlyList<string> faults) =>
            Assert.Contains(faults, fault => fault.Contains("The transaction of a unit of work was lost", StringComparison.Ordinal));
    }
}
