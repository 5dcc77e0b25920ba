using System.Globalization;
using Market.Ledger.Closings;
using Market.Ledger.Postings;
using Market.Payments.Books;
using Market.Payments.FireTests.Fixtures;
using MarketSite.TestHost;
using MimeKit;

namespace Market.Payments.FireTests.Servers;

/// <summary>Two servers look for the same work in the background: each piece of it is done once.</summary>
[Collection(TwoServersCollection.Name)]
public sealed class OnceTests(TwoServers servers)
{
    private const int Clerks = 3;

    [Fact]
    public async Task Each_payment_is_told_once_and_each_order_is_confirmed_by_one_mail()
    {
        await using var watch = await MarketHost.OpenAsync(servers.One.DataFolder);
        var type = await watch.DefineAsync([Automation.Activity(MarketEventNames.PaymentReceived)]);
        var members = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => servers.RegisterAsync($"once-{number}")));
        var forms = new List<(SiteClient Browser, SiteForm Form)>();
        foreach (var (place, member) in members.Index())
        {
            var browser = place % 2 == 0 ? member.Here : member.There;
            forms.Add((browser, Filled(await browser.GetAsync("/order"))));
        }

        await using var here = new Till(servers.One, "once here ");
        await using var there = new Till(servers.Other, "once there ");
        await here.OpenAsync(Clerks);
        await there.OpenAsync(Clerks);
        var placed = await Task.WhenAll(forms.Select(order => order.Browser.SubmitAsync(order.Form)));
        await Task.WhenAll(here.AcknowledgeAsync(5 * Clerks), there.AcknowledgeAsync(5 * Clerks));
        await Task.WhenAll(here.CloseAsync(), there.CloseAsync());

        Assert.All(placed, page => Assert.Contains("Your order is noted", page.Text, StringComparison.Ordinal));
        await NothingWaitsAsync(watch);
        var told = (await watch.WorkflowsAsync(type)).Select(workflow => workflow.Input("Memo")!).Where(memo => here.IsOf(memo) || there.IsOf(memo));
        Assert.Equal(here.Acknowledged.Keys.Concat(there.Acknowledged.Keys).Order(), told.Order());
        await watch.RemoveDefinedAsync();
        var mails = new Mailbox(servers.One.DataFolder);
        Assert.All(members, member => Assert.Single(mails.To(member.Login + "@example.org"), mail => mail.TextBody!.Contains("is noted", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Reminders_sent_from_both_servers_at_once_reach_each_member_once()
    {
        var members = new List<ServersMember>();
        for (var number = 0; number < 4; number++)
        {
            members.Add(await servers.RegisterAsync($"reminded-{number}"));
        }

        // Before the third host, which is without Redis and may tell an event too.
        await servers.SetAsync("/Admin/payments/reminders/settings", "#reminders-settings", form => form.WithAll("QuietWeekdays").With("QuietPeriods", string.Empty));
        await using var watch = await MarketHost.OpenAsync(servers.One.DataFolder);
        foreach (var member in members)
        {
            var order = TestBooks.Order(member.AccountId, 30, "order-" + member.Login) with { OccurredOn = MarketCalendar.Today.AddDays(-20) };
            Assert.IsType<PostingResult.Posted>(await watch.PostAsync(order));
        }

        using var here = await servers.One.SignInAsync("admin");
        using var there = await servers.Other.SignInAsync("admin");
        var forms = (await here.GetAsync("/Admin/payments/reminders"), await there.GetAsync("/Admin/payments/reminders"));
        var due = int.Parse(forms.Item1.One("#would-go-out").GetAttribute("data-count")!, CultureInfo.InvariantCulture);
        Assert.True(due >= members.Count, $"{due} would be written to.");

        var answers = await Task.WhenAll(here.SubmitAsync(forms.Item1.Form("#send-now form")), there.SubmitAsync(forms.Item2.Form("#send-now form")));
        Assert.All(answers, answer => Assert.Contains("The reminders are on their way.", answer.Notices, StringComparison.Ordinal));
        await NothingWaitsAsync(watch);
        await NothingIsBeingSentAsync(here);

        var written = new Mailbox(servers.One.DataFolder).Read().Where(IsReminder).Select(Mailbox.AddressOf).ToList();
        Assert.Equal(due, written.Count);
        Assert.Equal(due, written.Distinct().Count());
    }

    [Fact]
    public async Task Books_closed_by_two_servers_at_once_are_closed_once()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? string.Empty);
        await using var one = await MarketHost.StartAsync(await PostgresServer.NewDatabaseAsync());
        await using var other = await MarketHost.OpenAsync(one.DataFolder);
        var account = await one.OpenAccountAsync();
        await one.PostAsync(TestBooks.Payment(account, 12.34m));
        one.Clock.Set = other.Clock.Set = DateTime.UtcNow.AddDays(40);

        // Behind the lock that lets one of them in, as where it has expired.
        var made = await Task.WhenAll(CloseAsync(one), CloseAsync(other));

        var periods = made.SelectMany(closings => closings).Select(closing => closing.Period).ToList();
        Assert.InRange(periods.Count(period => period.Kind is ClosingKind.Daily), 39, 41);
        Assert.Equal(periods.Distinct(), periods);
        await TestBooks.VerifiedAsync(other);

        static Task<IReadOnlyList<Closing>> CloseAsync(MarketHost market) => market.WorkAsync(ClosingRunner.RunAsync);
    }

    private static bool IsReminder(MimeMessage mail) => mail.TextBody?.Contains("/reminders/stop/", StringComparison.Ordinal) == true;

    private static SiteForm Filled(SitePage page) => page.OrderForm().With(page.One("input[name^='Quantities']:is(:not([data-grams]), [data-grams=''])").GetAttribute("name")!, "1");

    private static async Task NothingIsBeingSentAsync(SiteClient coordinator)
    {
        for (var until = DateTime.UtcNow.AddMinutes(2); (await coordinator.GetAsync("/Admin/payments/reminders/sent")).Document.QuerySelector("[data-run]") is not null;)
        {
            Assert.True(DateTime.UtcNow < until, "The reminders do not end.");
            await Task.Delay(100);
        }
    }

    private static async Task NothingWaitsAsync(MarketHost watch)
    {
        for (var until = DateTime.UtcNow.AddMinutes(2); await watch.WaitingAsync() > 0;)
        {
            Assert.True(DateTime.UtcNow < until, "Something waits and nobody tells it.");
            await Task.Delay(100);
        }
    }
}
