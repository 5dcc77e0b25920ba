using System.Text.Json.Nodes;
using Market.Payments.Stripe.Tests.Fixtures;

namespace Market.Payments.Stripe.Tests;

/// <summary>What becomes of payments by card is told to workflows, by the outbox, like everything else that happens to an account.</summary>
public abstract class WorkflowTests(StripeFixture fixture) : StripeScenario(fixture)
{
    [Fact]
    public async Task A_slow_payment_that_fails_is_told_to_workflows_once()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var (announced, failed) = (await DefineAsync("PaymentAnnouncedEvent"), await DefineAsync("PaymentFailedEvent"));
        var (sessionId, _) = await AskAsync(member, "20");

        await SayAsync("checkout.session.completed", stripe.Pay(sessionId, slowly: true));
        await ToldAsync(announced, member.AccountId, 1);
        await ToldAsync(failed, member.AccountId, 0);

        var settled = stripe.Settle(sessionId, succeeded: false);
        await SayAsync("checkout.session.async_payment_failed", settled);
        await SayAsync("checkout.session.async_payment_failed", settled);
        await ToldAsync(failed, member.AccountId, 1);
        await QuietAsync();
        await ToldAsync(failed, member.AccountId, 1);
    }

    [Fact]
    public async Task A_slow_payment_of_which_only_the_failure_is_heard_is_told_to_workflows_once()
    {
        var stripe = await StripeAsync();
        using var member = await RegisterAsync();
        var failed = await DefineAsync("PaymentFailedEvent");
        var (sessionId, _) = await AskAsync(member, "20");
        var completed = stripe.Pay(sessionId, slowly: true);
        var settled = stripe.Settle(sessionId, succeeded: false);

        await SayAsync("checkout.session.async_payment_failed", settled);
        await ToldAsync(failed, member.AccountId, 1);

        await SayAsync("checkout.session.completed", completed);
        await SayAsync("checkout.session.async_payment_failed", settled);
        await QuietAsync();
        await ToldAsync(failed, member.AccountId, 1);
    }

    // A workflow that only starts, and stays to be looked at.
    private async Task<string> DefineAsync(string activity)
    {
        var name = NewName(activity);
        var recipe = new JsonObject
        {
            ["steps"] = new JsonArray(new JsonObject
            {
                ["name"] = "WorkflowType",
                ["data"] = new JsonArray(new JsonObject
                {
                    ["WorkflowTypeId"] = Guid.NewGuid().ToString("n")[..26],
                    ["Name"] = name,
                    ["IsEnabled"] = true,
                    ["Activities"] = new JsonArray(new JsonObject
                    {
                        ["ActivityId"] = Guid.NewGuid().ToString("n")[..26],
                        ["Name"] = activity,
                        ["IsStart"] = true,
                        ["Properties"] = new JsonObject(),
                    }),
                    ["Transitions"] = new JsonArray(),
                }),
            }),
        };
        var admin = await Fixture.AdminAsync();
        var answer = await admin.SubmitAsync((await admin.GetAsync("/Admin/DeploymentPlan/Import/Json")).Form("form:has([name='Json'])").With("Json", recipe.ToJsonString()));
        Assert.True(answer.IsSuccess, answer.Text);
        return name;
    }

    private Task ToldAsync(string workflow, string accountId, int times) => EventuallyAsync(
        async () =>
        {
            var admin = await Fixture.AdminAsync();
            var row = (await admin.GetAsync("/Admin/Workflows/Types?Filter=All&Options.Search=" + workflow)).Document.QuerySelectorAll("li").Last(item => item.TextContent.Contains(workflow, StringComparison.Ordinal));
            if (row.QuerySelector("a[href*='/Instances/']")?.GetAttribute("href") is not { } instances)
            {
                return 0;
            }

            var count = 0;
            foreach (var link in (await admin.GetAsync(instances)).Document.QuerySelectorAll("a[href*='/Workflow/Details/']"))
            {
                count += (await admin.GetAsync(link.GetAttribute("href")!)).Html.Contains(accountId, StringComparison.Ordinal) ? 1 : 0;
            }

            return count;
        },
        times);
}

[Collection(StripeSite.Name)]
public sealed class WorkflowsOnSqlite(StripeSite site) : WorkflowTests(site);

[Collection(StripePostgresSite.Name)]
public sealed class WorkflowsOnPostgres(StripePostgresSite site) : WorkflowTests(site);
