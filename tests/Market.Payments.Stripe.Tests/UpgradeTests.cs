using Dapper;
using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;
using Microsoft.Data.Sqlite;

namespace Market.Payments.Stripe.Tests;

/// <summary>Yesterday's database under today's site.</summary>
[Collection(StripeSite.Name)]
public sealed class UpgradeTests(StripeSite fixture) : StripeScenario(fixture)
{
    private static readonly string[] Undo =
    [
        "DROP INDEX \"IDX_CardPaymentIndex_Doubt\"",
        "ALTER TABLE \"Stripe_CardPaymentIndex\" DROP COLUMN \"IsRefundInDoubt\"",
        "DROP INDEX \"IDX_InboxEventIndex_Body\"",
        "ALTER TABLE \"Stripe_InboxEventIndex\" DROP COLUMN \"HasBody\"",
        "DROP TABLE \"Stripe_TestMoneyIndex\"",
        "UPDATE \"Document\" SET \"Content\" = REPLACE(\"Content\", 'StripeMigrations\",\"Version\":4', 'StripeMigrations\",\"Version\":1') WHERE \"Content\" LIKE '%StripeMigrations%'",
    ];

    [Fact]
    public async Task A_refund_in_doubt_of_before_is_still_looked_for()
    {
        await using var stripe = await FakeStripe.StartAsync();
        await using var site = await SiteProcess.StartAsync(new SiteOptions
        {
            Variables = new Dictionary<string, string?>
            {
                ["OrchardCore__Market_Payments_Stripe__ApiBase"] = stripe.Address.ToString().TrimEnd('/'),
                ["OrchardCore__Market_Payments_Stripe__ComparesByItself"] = "false",
                ["OrchardCore__Market_Payments_Stripe__IsTraining"] = "true",
            },
        });
        await SetKeysAsync(await site.SignInAsync("admin"));
        using var member = await site.SignInAsync("member");
        var asked = await member.SendAsync((await member.GetAsync("/my-account")).FormTo("/pay/card").With("Pay", "amount").With("Amount", "20"));
        var payment = "/Admin/payments/online/" + stripe.Pay(asked.Redirect!.Segments[^1])["client_reference_id"];
        using var coordinator = await site.SignInAsync("coordinator");
        await CompareAsync(coordinator);
        stripe.Fail("POST /v1/refunds", FakeFault.ServerError);
        var form = (await coordinator.GetAsync(payment + "/refund")).FormTo(payment + "/refund").With("Amount", "5").With("Reason", "Because").With("Confirmed", "true");
        await coordinator.SubmitAsync(form);

        await using (var connection = new SqliteConnection("Data Source=" + Directory.EnumerateFiles(Path.Combine(site.DataFolder, "Sites", "Default"), "*.db").Single()))
        {
            await connection.ExecuteAsync("UPDATE \"Stripe_CardPaymentIndex\" SET \"AskedMilliseconds\" = 0");
            await connection.ExecuteAsync("UPDATE \"Stripe_Document\" SET \"Content\" = REPLACE(\"Content\", '\"AskedAt\":\"20', '\"AskedAt\":\"19')");
            foreach (var sql in Undo)
            {
                await connection.ExecuteAsync(sql);
            }
        }

        await site.RestartAsync();
        using var again = await site.SignInAsync("coordinator");
        await CompareAsync(again);
        Assert.Contains("not made", (await again.GetAsync(payment)).Text, StringComparison.Ordinal);
    }

    private static async Task CompareAsync(SiteClient coordinator) =>
        await coordinator.SubmitAsync((await coordinator.GetAsync("/Admin/payments/online")).FormTo("/Admin/payments/stripe/compare"));
}
