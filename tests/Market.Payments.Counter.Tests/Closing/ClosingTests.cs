using System.Net;
using Market.Payments.Counter.Tests.Entries;
using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Counter.Tests.Closing;

/// <summary>A distribution is closed order by order, nothing is confirmed by it, and what is closed stands at every door.</summary>
public abstract class ClosingTests(SiteFixture fixture) : ClosingScenario(fixture)
{
    [Fact]
    public async Task What_was_due_and_paid_is_sealed_and_nothing_is_posted_by_it()
    {
        var distribution = await AddPastDistributionAsync();
        var (first, second) = (await OpenAccountAsync(), await OpenAccountAsync());
        var (paid, unpaid) = (await OrderForAsync(first, distribution), await OrderForAsync(second, distribution));
        var coordinator = await Fixture.CoordinatorAsync();
        await PayAsync(first, "1000");
        await coordinator.SubmitAsync((await MoneyFormAsync(second, "announce")).With("Amount", "1").With("Method", "transfer"));

        Assert.Equal("to-close", await StateInListAsync(distribution));
        var page = await ClosingPageAsync(distribution);
        Assert.Equal((paid.Total + unpaid.Total, paid.Total), (MinorUnits(page, "#due"), MinorUnits(page, "#paid")));
        Assert.Contains("One order is not paid in full", page.TextOf("#matters"), StringComparison.Ordinal);
        Assert.Contains("One payment is announced and has not arrived", page.TextOf("#matters"), StringComparison.Ordinal);
        Assert.Contains("2 orders were not collected", page.TextOf("#matters"), StringComparison.Ordinal);
        var form = page.FormTo(Address(distribution));

        var unexplained = await coordinator.SubmitAsync(form);
        var closed = await coordinator.SubmitAsync(form.With("Reason", "They pay\ntomorrow"));
        var again = await coordinator.SubmitAsync(form.With("Reason", "They pay\ntomorrow"));
        var other = await coordinator.SubmitAsync(form.With("Reason", "Once more").With("Key", Guid.NewGuid().ToString("n")));

        Assert.Contains("Say why it is closed all the same", unexplained.Summary, StringComparison.Ordinal);
        Assert.Contains("The distribution is closed.", closed.Notices, StringComparison.Ordinal);
        Assert.Contains("The distribution is closed.", again.Notices, StringComparison.Ordinal);
        Assert.Contains("This distribution is closed already.", other.Summary, StringComparison.Ordinal);
        Assert.Contains("Closed all the same: They pay tomorrow", Assert.Single(other.TextsOf("#history > li")), StringComparison.Ordinal);
        Assert.Equal("closed", await StateInListAsync(distribution));
        Assert.Equal(2, (await StatementAsync(first)).Count);
        Assert.Single(await StatementAsync(second));
        Assert.Contains("/pending/", (await AccountPageAsync(second)).Html, StringComparison.Ordinal);

        // The page of a closed distribution says what was sealed, whatever comes after; the trail has its hash.
        await PayAsync(second, "1000");
        Assert.Equal(paid.Total, MinorUnits(await ClosingPageAsync(distribution), "#paid"));
        var trail = (await (await Fixture.AdminAsync()).GetAsync("/Admin/AuditTrail/" + distribution)).One("a[href*='/AuditTrail/Display/']").GetAttribute("href")!;
        Assert.Contains(other.TextOf("#history code"), (await (await Fixture.AdminAsync()).GetAsync(trail)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_since_the_page_was_opened_is_looked_at_first()
    {
        var distribution = await AddPastDistributionAsync();
        var account = await OpenAccountAsync();
        var order = await OrderForAsync(account, distribution);
        var form = (await ClosingFormAsync(distribution)).With("Reason", "Closed anyway");
        await PayAsync(account, "0.50");
        var coordinator = await Fixture.CoordinatorAsync();

        var answer = await coordinator.SubmitAsync(form);

        Assert.Contains("Something was recorded since this page was opened", answer.Summary, StringComparison.Ordinal);
        Assert.Equal((order.Total, 50), (MinorUnits(answer, "#due"), MinorUnits(answer, "#paid")));
        Assert.Contains("The distribution is closed.", (await coordinator.SubmitAsync(answer.FormTo(Address(distribution)))).Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_its_day_nothing_is_closed()
    {
        var distribution = await AddDistributionAsync();
        var past = await AddPastDistributionAsync();
        var coordinator = await Fixture.CoordinatorAsync();

        var page = await ClosingPageAsync(distribution);
        var forced = await coordinator.SubmitAsync((await ClosingFormAsync(past)).With("Reason", "Early").To(new Uri(Site.Address, Address(distribution))));

        Assert.Contains("It can be closed on its day, or later.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.Forms, form => form.GetAttribute("action")!.EndsWith("/close", StringComparison.Ordinal));
        Assert.Contains("it is closed on that day, or later", forced.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_orders_stand_at_every_door_until_it_is_opened_again()
    {
        var distribution = await AddPastDistributionAsync();
        var (account, newcomer) = (await OpenAccountAsync(), await OpenAccountAsync());
        var order = await OrderForAsync(account, distribution);
        var coordinator = await Fixture.CoordinatorAsync();
        var page = await coordinator.GetAsync("/Admin/orders/" + order.OrderId);
        var change = page.FormTo($"/Admin/orders/{order.OrderId}/change");
        var cancel = page.FormTo($"/Admin/orders/{order.OrderId}/cancel");
        var correct = (await coordinator.GetAsync($"/Admin/orders/{order.OrderId}/correct")).FormTo($"/Admin/orders/{order.OrderId}/correct");
        var place = (await coordinator.GetAsync($"/Admin/orders/new?distributionId={distribution}&accountId={newcomer}")).FormTo("/Admin/orders/place");
        var adjust = (await MoneyFormAsync(account, "adjust")).With("OrderId", order.OrderId).With("Amount", "1").With("Memo", "Sorry");
        var reversal = (await StatementAsync(account))[0].ReverseAddress!;
        var reverse = (await coordinator.GetAsync(reversal)).FormTo(reversal).With("Reason", "Mistake");
        var quantity = change.Fields.First(field => field.Key.StartsWith("Quantities", StringComparison.Ordinal) && field.Value == "1").Key;
        await CloseAsync(distribution);

        const string Sentence = "This distribution is closed";
        Assert.Contains(Sentence, (await coordinator.SubmitAsync(change.With(quantity, "2"))).Summary, StringComparison.Ordinal);
        Assert.Contains(Sentence, (await coordinator.SubmitAsync(cancel)).Notices, StringComparison.Ordinal);
        Assert.Contains(Sentence, (await coordinator.SubmitAsync(correct.With("Reason", "Light").With(correct.Fields.First(field => field.Key.StartsWith("Costs", StringComparison.Ordinal)).Key, "0"))).Summary, StringComparison.Ordinal);
        Assert.Contains(Sentence, (await coordinator.SubmitAsync(place.With(place.Fields.First(field => field.Key.StartsWith("Quantities", StringComparison.Ordinal)).Key, "1"))).Summary, StringComparison.Ordinal);
        Assert.Contains(Sentence, (await coordinator.SubmitAsync(adjust)).Summary, StringComparison.Ordinal);
        Assert.Contains(Sentence, (await coordinator.SubmitAsync(reverse)).Summary, StringComparison.Ordinal);
        Assert.Contains(Sentence, (await EditDistributionAsync(distribution, form => form.With("DistributionPart.Date", MarketCalendar.In(-2)).With("DistributionPart.ClosesLocal", MarketCalendar.Noon(-3)))).ErrorAt("DistributionPart.Date"), StringComparison.Ordinal);
        Assert.Equal([-order.Total], (await StatementAsync(account)).Select(line => line.MinorUnits));
        Assert.Empty(await StatementAsync(newcomer));
        var shown = await coordinator.GetAsync("/Admin/orders/" + order.OrderId);
        Assert.Contains("This distribution was closed on", shown.TextOf("#distribution-closed"), StringComparison.Ordinal);
        Assert.DoesNotContain("/change", shown.Html, StringComparison.Ordinal);

        // Money still comes in, and nobody but who may opens it again.
        await PayAsync(account, "1000");
        var admin = await Fixture.AdminAsync();
        var reopen = (await ClosingPageAsync(distribution, admin)).FormTo($"/Admin/counter/{distribution}/reopen");
        Assert.DoesNotContain("/reopen", (await ClosingPageAsync(distribution)).Html, StringComparison.Ordinal);
        Assert.Contains("Please give the reason", (await admin.SubmitAsync(reopen)).Summary, StringComparison.Ordinal);
        var opened = await admin.SubmitAsync(reopen.With("Reason", "A crate was forgotten"));
        Assert.Contains("The distribution is open again.", opened.Notices, StringComparison.Ordinal);
        Assert.Contains("The distribution is open again.", (await admin.SubmitAsync(reopen.With("Reason", "A crate was forgotten"))).Notices, StringComparison.Ordinal);
        Assert.Contains("A crate was forgotten", opened.TextsOf("#history > li")[0], StringComparison.Ordinal);
        Assert.Contains("The order is saved", (await coordinator.SubmitAsync(change.With(quantity, "2"))).Notices, StringComparison.Ordinal);

        // Closed again, it has another closing beside the first one.
        await CloseAsync(distribution);
        Assert.Equal(3, (await ClosingPageAsync(distribution)).TextsOf("#history > li").Count);
    }

    [Fact]
    public async Task What_was_handed_over_is_known_and_what_comes_late_or_was_refused_stands_beside_the_closing()
    {
        var distribution = await AddPastDistributionAsync();
        var account = await OpenAccountAsync();
        var order = await OrderForAsync(account, distribution);
        var phone = await Phone.OpenAsync(await Fixture.CoordinatorAsync());
        await phone.SendAsync(
            distribution,
            Phone.Cash(account, order.Total, order.OrderId),
            Phone.Entry("collected", account, new { order = order.OrderId, collected = true }));
        var done = await ClosingPageAsync(distribution);
        Assert.Equal("Every order is paid and collected.", done.TextOf("#nothing-open"));
        await phone.SendAsync(distribution, Phone.Cash(account, 0));

        var page = await ClosingPageAsync(distribution);
        Assert.Contains("One entry of the counter was refused.", Assert.Single(page.TextsOf("#matters li")), StringComparison.Ordinal);
        Assert.Contains("cannot be zero", Assert.Single(page.TextsOf("#refused li")), StringComparison.Ordinal);
        var stale = await (await Fixture.CoordinatorAsync()).SubmitAsync(done.FormTo(Address(distribution)));
        Assert.Contains("Something was recorded since this page was opened.", stale.Text, StringComparison.Ordinal);
        var closed = await (await Fixture.CoordinatorAsync()).SubmitAsync(page.FormTo(Address(distribution)).With("Reason", "It was a slip of the finger."));
        Assert.Contains("The distribution is closed.", closed.Notices, StringComparison.Ordinal);
        Assert.Empty(closed.TextsOf("#late li"));
        await phone.SendAsync(distribution, Phone.Cash(account, 300));

        var late = await ClosingPageAsync(distribution);
        Assert.Contains("+€3.00", Assert.Single(late.TextsOf("#late li")), StringComparison.Ordinal);
        Assert.Equal(order.Total, MinorUnits(late, "#paid"));
        Assert.Equal(300, await BalanceAsync(account));
    }

    [Fact]
    public async Task A_distribution_that_is_none_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await Fixture.CoordinatorAsync()).AskAsync(Address(UnknownId))).Status);
    }
}

[Collection(SqliteSite.Name)]
public sealed class ClosingOnSqlite(SqliteSite site) : ClosingTests(site);

[Collection(PostgresSite.Name)]
public sealed class ClosingOnPostgres(PostgresSite site) : ClosingTests(site);
