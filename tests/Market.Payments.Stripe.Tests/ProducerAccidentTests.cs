using Market.Payments.Stripe.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests;

/// <summary>What may go wrong between a settlement and the next, and what several people do at once.</summary>
public abstract class ProducerAccidentTests(StripeFixture fixture) : ProducerScenario(fixture)
{
    [Fact]
    public async Task A_refused_transfer_is_not_taken_for_settled_and_is_made_by_the_next_settlement()
    {
        var stripe = await StripeAsync();
        var stall = await SettledAsync(bread: 1, cheese: 0, before: () => stripe.IsPoor = true);
        stripe.IsPoor = false;
        var list = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/producers");
        Assert.Equal("transfers not finished", list.TextOf($"#closed a[href$='{stall.DistributionId}'] + .badge"));
        Assert.Contains(stall.Bread.Name, list.TextOf("[data-state='Refused']"), StringComparison.Ordinal);

        var again = await SettleAgainAsync(stall.DistributionId);

        Assert.Contains($"{stall.Bread.Name}: €9.00 are transferred.", again.Notices, StringComparison.Ordinal);
        Assert.Equal([900L], stripe.TransfersTo(stall.BreadAccount));
        list = await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/producers");
        Assert.Equal("settled", list.TextOf($"#closed a[href$='{stall.DistributionId}'] + .badge"));
    }

    [Theory]
    [InlineData(FakeFault.SilentAfterActing)]
    [InlineData(FakeFault.TooManyRequests)]
    public async Task What_is_being_taken_back_is_not_taken_off_the_next_settlement_too(FakeFault fault)
    {
        var stripe = await StripeAsync();
        var stall = await SettledAsync(bread: 0, cheese: 4);
        await RefundAsync(stall.PaymentId, "10");
        await SettleAsync(stall.DistributionId);
        var transfer = (string)stripe.All("transfer").Single(transfer => (string?)transfer["destination"] == stall.CheeseAccount)["id"]!;
        stripe.Fail($"POST /v1/transfers/{transfer}/reversals", fault, fault, fault);
        Assert.Contains("Not all was taken back.", (await TakeBackAsync(stall.Cheese)).Notices, StringComparison.Ordinal);
        stripe.ForgetKeys();
        stripe.Succeed($"POST /v1/transfers/{transfer}/reversals");

        await SettleAsync(await NextAsync(stall, cheese: 3));

        // 15 for the new distribution; the 10 are taken back, or will be, once.
        var statement = await StatementAsync(stall.Cheese);
        Assert.Contains("€15.00", statement.TextOf("[data-line='transfer']"), StringComparison.Ordinal);
        if (fault is FakeFault.TooManyRequests)
        {
            Assert.Contains("€10.00 were taken back", (await TakeBackAsync(stall.Cheese)).Notices, StringComparison.Ordinal);
        }

        Assert.Equal([1000L, 1500L], stripe.TransfersTo(stall.CheeseAccount).Order());
        Assert.Single(stripe.All("transfer_reversal"), reversal => (string?)reversal["transfer"] == transfer);
        statement = await StatementAsync(stall.Cheese);
        Assert.Empty(statement.Document.QuerySelectorAll("#left, #in-doubt"));
    }

    [Fact]
    public async Task What_was_taken_back_at_the_dashboard_is_not_taken_back_again()
    {
        var stripe = await StripeAsync();
        var stall = await SettledAsync(bread: 0, cheese: 4);
        await RefundAsync(stall.PaymentId, "10");
        await SettleAsync(stall.DistributionId);
        var statement = await StatementAsync(stall.Cheese);
        stripe.Reverse((string)stripe.All("transfer").Single(transfer => (string?)transfer["destination"] == stall.CheeseAccount)["id"]!, 1000);

        var answer = await (await Fixture.CoordinatorAsync()).SubmitAsync(statement.FormTo(statement.Address.AbsolutePath + "/take-back"));

        Assert.Contains("There is nothing to take back.", answer.Notices, StringComparison.Ordinal);
        Assert.Equal([1000L], stripe.TransfersTo(stall.CheeseAccount));
    }

    [Fact]
    public async Task Two_who_settle_two_distributions_of_one_producer_at_once_transfer_both_shares_once()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        var next = await AddDistributionAsync();
        using var member = await RegisterAsync();
        await OrderAsync(member, stall, bread: 1, cheese: 0);
        await OrderAsync(member, stall, bread: 2, cheese: 0, next);
        await PayAsync(member);
        await CloseAsync(stall.DistributionId);
        await CloseAsync(next);
        var coordinator = await Fixture.CoordinatorAsync();
        var forms = new List<SiteForm>();
        foreach (var path in new[] { stall.DistributionId, next }.Select(id => "/Admin/payments/producers/distributions/" + id))
        {
            forms.Add((await coordinator.GetAsync(path)).FormTo(path));
        }

        var answers = await Task.WhenAll(forms.Concat(forms).Select(form => coordinator.SubmitAsync(form)));

        Assert.All(answers, answer => Assert.True(answer.IsSuccess, answer.Text));
        Assert.Equal([900L, 1800L], stripe.TransfersTo(stall.BreadAccount).Order());
    }

    [Fact]
    public async Task Only_what_was_seen_is_transferred()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var prompt = await RegisterAsync();
        using var late = await RegisterAsync();
        await OrderAsync(prompt, stall, bread: 1, cheese: 0);
        await OrderAsync(late, stall, bread: 1, cheese: 0);
        await PayAsync(prompt);
        await CloseAsync(stall.DistributionId);
        var coordinator = await Fixture.CoordinatorAsync();
        var path = "/Admin/payments/producers/distributions/" + stall.DistributionId;
        var seen = (await coordinator.GetAsync(path)).FormTo(path);
        await PayAsync(late);

        var answer = await coordinator.SubmitAsync(seen);

        Assert.Contains("What is to be transferred has changed since you looked", answer.Notices, StringComparison.Ordinal);
        Assert.Empty(stripe.TransfersTo(stall.BreadAccount));
        Assert.Contains("€18.00 are transferred.", (await coordinator.SubmitAsync(answer.FormTo(path))).Notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_for_one_producers_goods_is_named_until_the_order_is_changed()
    {
        await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        using var other = await RegisterAsync();
        var payment = await PayAsync(member, await OrderAsync(member, stall, bread: 1, cheese: 2));
        await PayAsync(other, await OrderAsync(other, stall, bread: 1, cheese: 1));
        await CloseAsync(stall.DistributionId);
        Assert.Empty((await SheetAsync(stall.DistributionId)).Document.QuerySelectorAll("#to-change"));
        await RefundAsync(payment, "10");

        var sheet = await SheetAsync(stall.DistributionId);

        Assert.Equal("/Admin/payments/accounts/" + member.AccountId, Assert.Single(sheet.Document.QuerySelectorAll("#to-change a")).GetAttribute("href"));
        Assert.Contains("€25.00", sheet.TextOf("#received"), StringComparison.Ordinal);
        Assert.Contains("€15.00", sheet.TextOf($"[data-producer='{stall.Bread.ProducerId}']"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispute_that_is_lost_after_a_settlement_is_taken_off_and_given_again_once_it_is_won()
    {
        var stripe = await StripeAsync();
        var stall = await SettledAsync(bread: 0, cheese: 4);
        var id = (string)stripe.Dispute(stall.IntentId, 2000)["id"]!;
        await SayAsync("charge.dispute.created", stripe.Get(id));
        await SayAsync("charge.dispute.closed", stripe.Change(id, "status", "lost"), DateTimeOffset.UtcNow.AddMinutes(1));
        await BecomesAsync(stall.AccountId, -2000);
        await SettleAsync(stall.DistributionId);
        Assert.Equal("€20.00", (await StatementAsync(stall.Cheese)).TextOf("#left"));

        await SayAsync("charge.dispute.funds_reinstated", stripe.Change(id, "status", "won"), DateTimeOffset.UtcNow.AddMinutes(2));
        await BecomesAsync(stall.AccountId, 0);
        await SettleAsync(stall.DistributionId);

        Assert.Equal([2000L], stripe.TransfersTo(stall.CheeseAccount));
        Assert.Empty((await StatementAsync(stall.Cheese)).Document.QuerySelectorAll("#left"));
    }

    [Fact]
    public async Task Nothing_is_sent_to_the_account_of_a_producer_who_is_not_linked_any_more()
    {
        var stripe = await StripeAsync();
        var stall = await SettledAsync(bread: 1, cheese: 0, before: () => stripe.Fail("POST /v1/transfers", FakeFault.TooManyRequests));
        await LinkAsync(stall.Bread.ProducerId, string.Empty, "0");
        var statement = await StatementAsync(stall.Bread);
        Assert.Equal("Asked", statement.One("#statement").GetAttribute("data-state"));
        var coordinator = await Fixture.CoordinatorAsync();

        var answer = await coordinator.SubmitAsync(statement.FormTo(statement.Address.AbsolutePath + "/transfer"));

        Assert.Contains("The producer is not linked to an account at Stripe.", answer.Notices, StringComparison.Ordinal);
        Assert.Empty(stripe.TransfersTo(stall.BreadAccount));
        var other = stripe.Connect();
        await LinkAsync(stall.Bread.ProducerId, other, "10");
        await coordinator.SubmitAsync(answer.FormTo(statement.Address.AbsolutePath + "/transfer"));
        Assert.Empty(stripe.TransfersTo(stall.BreadAccount));
        Assert.Equal([900L], stripe.TransfersTo(other));
    }

    [Fact]
    public async Task Who_links_an_account_is_shown_whose_it_is_and_noted()
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        var account = stripe.Connect(name: "The mill of Here");

        var asked = await EnterTermsAsync(stall.Bread.ProducerId, account, "5");
        Assert.Contains("The mill of Here", asked.TextOf("#confirm"), StringComparison.Ordinal);
        Assert.Empty(asked.Document.QuerySelectorAll("#shared"));
        var producers = await (await Fixture.AdminAsync()).GetAsync("/Admin/payments/producers");
        Assert.DoesNotContain(account, producers.TextOf($"[data-producer='{stall.Bread.ProducerId}']"), StringComparison.Ordinal);

        await LinkAsync(stall.Bread.ProducerId, account, "5");
        producers = await (await Fixture.AdminAsync()).GetAsync("/Admin/payments/producers");
        Assert.Contains(account, producers.TextOf($"[data-producer='{stall.Bread.ProducerId}']"), StringComparison.Ordinal);
        var trail = await (await Fixture.AdminAsync()).GetAsync("/Admin/AuditTrail/" + stall.Bread.ProducerId);
        Assert.Contains("Terms changed", trail.Text, StringComparison.Ordinal);

        var shared = await EnterTermsAsync(stall.Cheese.ProducerId, account, "5");
        Assert.Contains(stall.Bread.Name, shared.TextOf("#shared"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_is_sent_to_the_producer()
    {
        await StripeAsync();
        var stall = await SettledAsync(bread: 1, cheese: 0);
        var statement = await StatementAsync(stall.Bread);
        Assert.DoesNotContain(statement.Document.Forms, form => form.GetAttribute("action")!.EndsWith("/send", StringComparison.Ordinal));
        Assert.Contains("no mail address", (await LinkAsync(stall.Bread.ProducerId, stall.BreadAccount, "10", "at home")).ErrorAt("MailAddress"), StringComparison.Ordinal);
        await LinkAsync(stall.Bread.ProducerId, stall.BreadAccount, "10", "mill@example.org");

        statement = await StatementAsync(stall.Bread);
        var answer = await (await Fixture.CoordinatorAsync()).SubmitAsync(statement.FormTo(statement.Address.AbsolutePath + "/send"));

        Assert.Contains("The statement is sent to mill@example.org.", answer.Notices, StringComparison.Ordinal);
        var mails = await new Mailbox(Site.DataFolder).WaitForAsync("mill@example.org");
        Assert.Single(mails, mail => mail.TextBody!.Contains(stall.Bread.Name, StringComparison.Ordinal));
    }

    /// <summary>A stall whose only order is paid by card and settled.</summary>
    private async Task<SettledStall> SettledAsync(int bread, int cheese, Action? before = null)
    {
        var stripe = await StripeAsync();
        var stall = await OpenStallAsync();
        using var member = await RegisterAsync();
        var payment = await PayAsync(member, await OrderAsync(member, stall, bread, cheese));
        await CloseAsync(stall.DistributionId);
        before?.Invoke();
        await SettleAsync(stall.DistributionId);
        var intent = (string)stripe.All("checkout.session").Single(session => (string?)session["client_reference_id"] == payment)["payment_intent"]!;
        return new SettledStall(stall, payment, intent, member.AccountId);
    }

    private async Task<string> NextAsync(Stall stall, int cheese)
    {
        var next = await AddDistributionAsync();
        using var member = await RegisterAsync();
        await OrderAsync(member, stall, bread: 0, cheese, next);
        await PayAsync(member);
        await CloseAsync(next);
        return next;
    }

    private async Task<SitePage> TakeBackAsync(Producer producer)
    {
        var statement = await StatementAsync(producer);
        return await (await Fixture.CoordinatorAsync()).SubmitAsync(statement.FormTo(statement.Address.AbsolutePath + "/take-back"));
    }

    private sealed record SettledStall(Stall Stall, string PaymentId, string IntentId, string AccountId) : Stall(Stall);
}

[Collection(ProducerSites.OnSqlite)]
public sealed class ProducerAccidentsOnSqlite(StripeSite site) : ProducerAccidentTests(site);

[Collection(ProducerSites.OnPostgres)]
public sealed class ProducerAccidentsOnPostgres(StripePostgresSite site) : ProducerAccidentTests(site);
