using MarketSite.TestHost;

namespace Market.Payments.Stripe.Tests.Fixtures;

/// <summary>What the scenarios of several producers do: each has producers, products and distributions of its own.</summary>
public abstract class ProducerScenario(StripeFixture fixture) : StripeScenario(fixture)
{
    private const string Feature = "Market.Payments.Stripe.Producers";

    // Each distribution is later than those before it: lists begin with the latest.
    private static int _day = 9;

    /// <summary>Two producers at 10.00 and 5.00, paid by Stripe, of whom the market keeps 10 % and nothing.</summary>
    protected async Task<Stall> OpenStallAsync()
    {
        var stripe = await StripeAsync();
        await EnableAsync(await Fixture.AdminAsync());
        var (bread, cheese) = (await AddProducerAsync("bread", "10"), await AddProducerAsync("cheese", "5"));
        var stall = new Stall(bread, cheese, stripe.Connect(), stripe.Connect(), await AddDistributionAsync());
        await LinkAsync(bread.ProducerId, stall.BreadAccount, "10");
        await LinkAsync(cheese.ProducerId, stall.CheeseAccount, "0");
        return stall;
    }

    /// <summary>Switches the feature on, as an administrator does.</summary>
    protected static async Task EnableAsync(SiteClient admin)
    {
        if (!(await admin.GetAsync("/Admin/payments/producers")).IsSuccess)
        {
            var features = await admin.GetAsync("/Admin/Features");
            await admin.SubmitAsync(features.Form("form:has([name='featureIds'])").Without("featureIds").To(new Uri(admin.Address, $"/Admin/Features/{Feature}/Enable")));
            Assert.True((await admin.GetAsync("/Admin/payments/producers")).IsSuccess);
        }
    }

    /// <summary>Enters a producer's terms, and saves once more where the page asks whether the account is theirs.</summary>
    protected async Task<SitePage> LinkAsync(string producerId, string account, string commission, string mailAddress = "")
    {
        var answer = await EnterTermsAsync(producerId, account, commission, mailAddress);
        return answer.Document.QuerySelector("#confirm") is null
            ? answer
            : await (await Fixture.AdminAsync()).SubmitAsync(answer.FormTo(answer.Address.AbsolutePath));
    }

    protected async Task<SitePage> EnterTermsAsync(string producerId, string account, string commission, string mailAddress = "")
    {
        var admin = await Fixture.AdminAsync();
        var path = $"/Admin/payments/producers/{producerId}/link";
        return await admin.SubmitAsync((await admin.GetAsync(path)).FormTo(path)
            .With("StripeAccountId", account)
            .With("Commission", commission)
            .With("MailAddress", mailAddress));
    }

    protected async Task<string> AddDistributionAsync() =>
        await (await Fixture.AdminAsync()).AddDistributionAsync(NewName("hall"), MarketCalendar.In(Interlocked.Increment(ref _day)), MarketCalendar.Noon(-20), MarketCalendar.Noon(8));

    /// <summary>Ends the order window of a distribution.</summary>
    protected async Task CloseAsync(string distributionId)
    {
        var admin = await Fixture.AdminAsync();
        var form = (await admin.GetAsync($"/Admin/Contents/ContentItems/{distributionId}/Edit")).Form("form:has([name='DistributionPart.Place'])");
        var answer = await admin.SubmitAsync(form.With("DistributionPart.ClosesLocal", MarketCalendar.Noon(-2)).With("submit.Publish", "submit.Publish"));
        Assert.True(answer.Notices.Contains("published", StringComparison.Ordinal), answer.Text);
    }

    /// <summary>A member orders bread and cheese.</summary>
    protected static async Task<string> OrderAsync(Member member, Stall stall, int bread, int cheese, string? distributionId = null)
    {
        var page = await member.Browser.GetAsync("/order?distributionId=" + (distributionId ?? stall.DistributionId));
        var placed = await member.Browser.SubmitAsync(page.OrderForm()
            .With($"Quantities[{stall.Bread.ProductId}]", $"{bread}")
            .With($"Quantities[{stall.Cheese.ProductId}]", $"{cheese}"));
        Assert.Contains("Your order is noted", placed.Text, StringComparison.Ordinal);
        return placed.Address.Segments[^1];
    }

    /// <summary>A member pays by card, all that is owed or certain orders.</summary>
    /// <returns>The payment's id.</returns>
    protected async Task<string> PayAsync(Member member, params string[] orders)
    {
        var before = await BalanceAsync(member.AccountId);
        var form = (await member.Browser.GetAsync("/my-account")).FormTo("/pay/card");
        var (sessionId, paymentId) = await SendAsync(member.Browser, orders.Length == 0 ? form.With("Pay", "all") : form.With("Pay", "orders").WithAll("Orders", orders));
        var session = (await StripeAsync()).Pay(sessionId);
        await SayAsync("checkout.session.completed", session);
        await BecomesAsync(member.AccountId, before + (long)session["amount_total"]!);
        return paymentId;
    }

    /// <summary>The coordinator looks at a distribution and settles it.</summary>
    protected async Task<SitePage> SettleAsync(string distributionId)
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var path = "/Admin/payments/producers/distributions/" + distributionId;
        return await coordinator.SubmitAsync((await coordinator.GetAsync(path)).FormTo(path));
    }

    /// <summary>Settles where there is nothing to settle any more: what earlier settlements began is finished.</summary>
    protected async Task<SitePage> SettleAgainAsync(string distributionId)
    {
        var coordinator = await Fixture.CoordinatorAsync();
        return await coordinator.SubmitAsync(await coordinator.BareFormAsync("/Admin/payments/producers/distributions/" + distributionId));
    }

    protected async Task<SitePage> SheetAsync(string distributionId) =>
        await (await Fixture.CoordinatorAsync()).GetAsync("/Admin/payments/producers/distributions/" + distributionId);

    /// <summary>The newest statement of a producer.</summary>
    protected async Task<SitePage> StatementAsync(Producer producer)
    {
        var coordinator = await Fixture.CoordinatorAsync();
        var list = await coordinator.GetAsync("/Admin/payments/producers");
        return await coordinator.GetAsync(list.Document.QuerySelectorAll("#statements a").First(link => link.TextContent.Contains(producer.Name, StringComparison.Ordinal)).GetAttribute("href")!);
    }

    private async Task<Producer> AddProducerAsync(string what, string price)
    {
        var name = NewName("farm-" + what);
        var (producerId, productId) = await (await Fixture.AdminAsync()).AddProducerAsync(name, NewName(what), price);
        return new Producer(producerId, name, productId);
    }

    protected sealed record Producer(string ProducerId, string Name, string ProductId);

    protected record Stall(Producer Bread, Producer Cheese, string BreadAccount, string CheeseAccount, string DistributionId);
}
