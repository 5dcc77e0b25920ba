using MarketSite.TestHost;
using OtherShop.Tests.Fixtures;

namespace OtherShop.Tests;

/// <summary>The transaction in which a client account is opened is lost without a word, as after a failure of the database that a handler swallows.</summary>
public sealed class LostAccountTests(LostAccountTests.LosingSite fixture) : Scenario(fixture), IClassFixture<LostAccountTests.LosingSite>
{
    [Fact]
    public async Task The_editor_says_that_nothing_is_kept()
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync("/Admin/Contents/ContentTypes/Client/Create")).Form("form:has([name='ClientAccountPart.Name'])");

        var answer = await admin.SubmitAsync(form.With("ClientAccountPart.Name", "Nobody's account").With("submit.Publish", "submit.Publish"));

        Assert.Contains("Nothing is kept", answer.Notices, StringComparison.Ordinal);
        Assert.DoesNotContain("has been published", answer.Notices, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody's account", (await admin.GetAsync("/Admin/payments/clients")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_registers_is_not_signed_in_and_may_come_again_and_their_account_can_be_opened_later()
    {
        var login = "member" + Guid.NewGuid().ToString("n")[..12];
        using var browser = Site.NewClient();

        await browser.SubmitAsync((await browser.GetAsync("/Register")).Form("form:has([name='RegisterUserForm.ConfirmPassword'])")
            .With("RegisterUserForm.Name", "Somebody")
            .With("RegisterUserForm.UserName", login)
            .With("RegisterUserForm.Email", login + "@example.org")
            .With("RegisterUserForm.Password", SiteOptions.DevelopmentPassword)
            .With("RegisterUserForm.ConfirmPassword", SiteOptions.DevelopmentPassword));

        // Nobody is signed in as somebody whose registration failed.
        var account = await browser.AskAsync("/my-account");
        Assert.Equal("/Login", account.Redirect?.AbsolutePath);

        // The user is kept, and a coordinator can open the account.
        Assert.Contains(login, (await (await Fixture.AdminAsync()).GetAsync("/Admin/payments/clients/open")).Text, StringComparison.Ordinal);
        await browser.SignInAsync(login, SiteOptions.DevelopmentPassword);
        Assert.Contains("You have no client account yet.", (await browser.GetAsync("/my-account")).Text, StringComparison.Ordinal);
    }

    /// <summary>A site on which whatever client is created loses its transaction, which its log must say.</summary>
    public sealed class LosingSite : ShopSite
    {
        public override string? WhyNot => null;

        protected override async Task BringWorkflowsAsync(SiteClient admin)
        {
            var form = (await admin.GetAsync("/Admin/DeploymentPlan/Import/Json")).Form("form:has([name='Json'])");
            var answer = await admin.SubmitAsync(form.With("Json", """
                { "steps": [{ "name": "WorkflowType", "data": [{
                    "WorkflowTypeId": "4losesclients00000000000000", "Name": "Lose each client", "IsEnabled": true, "IsSingleton": false, "DeleteFinishedWorkflows": false,
                    "Activities": [
                      { "ActivityId": "4created", "Name": "ContentCreatedEvent", "X": 0, "Y": 0, "IsStart": true, "Properties": { "ContentTypeFilter": ["Client"] } },
                      { "ActivityId": "4lose", "Name": "LoseTransactionTask", "X": 0, "Y": 200, "IsStart": false, "Properties": {} }
                    ],
                    "Transitions": [{ "Id": 0, "SourceActivityId": "4created", "SourceOutcomeName": "Done", "DestinationActivityId": "4lose" }]
                }] }] }
                """));
            Assert.Contains("Recipe imported successfully", answer.Notices, StringComparison.Ordinal);
        }

        protected override Task<SiteOptions> OnThisDatabaseAsync(SiteOptions options) => Task.FromResult(options);

        // What Orchard swallowed, and what we said of it.
        protected override void Judge(IReadOnlyList<string> faults) => Assert.All(faults, fault => Assert.True(
            fault.Contains("OrchardCore.ContentManagement", StringComparison.Ordinal) || fault.Contains("registration of a member could not be committed", StringComparison.Ordinal),
            fault));
    }
}
