using System.Net;
using Market.Payments.Reminders.Mails;
using MarketSite.TestHost;
using MimeKit;

namespace Market.Payments.Reminders.Tests;

/// <summary>Reminders at the public doors: settings, preview, what would go out, what went out, and the links of the mails.</summary>
public sealed class PageTests(PageTests.Demonstration demonstration) : IClassFixture<PageTests.Demonstration>
{
    /// <summary>How every token begins that the site protects.</summary>
    private const string Token = "CfDJ8";

    private SiteProcess Site => demonstration.Site;

    [Fact]
    public void A_record_of_before_links_were_inert_shows_none_that_works() => Assert.Equal(
        """<a href="https://market.test/pay/…">Pay</a> <img src="https://market.test/pay/…/transfer.png"> <a href="https://market.test/reminders/stop/…">Stop</a>""",
        PersonalLinks.Blunt("""<a href="https://market.test/pay/CfDJ8Ab_c-9">Pay</a> <img src="https://market.test/pay/CfDJ8Ab_c-9/transfer.png"> <a href="https://market.test/reminders/stop/CfDJ8zz">Stop</a>"""));

    [Fact]
    public async Task Bad_Liquid_is_refused_with_its_line_and_nothing_is_saved()
    {
        using var admin = await Site.SignInAsync("admin");
        var before = await SettingsAsync(admin);
        var answer = await admin.SubmitAsync(before
            .With("Steps[0].Texts[en].Body", "<p>Hello</p>\n<p>{{ Owed </p>")
            .With("GraceDays", "-1")
            .With("QuietPeriods", "Christmas")
            .With("DigestRecipients", "nobody")
            .With("Threshold", "-5"));

        Assert.Contains("This is not correct Liquid: ", answer.ErrorAt("Steps[0].Texts[en].Body"), StringComparison.Ordinal);
        Assert.Contains("(2:", answer.ErrorAt("Steps[0].Texts[en].Body"), StringComparison.Ordinal);
        Assert.Equal("Please enter a number of days, from 0 to 3650.", answer.ErrorAt("GraceDays"));
        Assert.Contains("'Christmas' is not a day or a period", answer.ErrorAt("QuietPeriods"), StringComparison.Ordinal);
        Assert.Equal("nobody is not a mail address.", answer.ErrorAt("DigestRecipients"));
        Assert.NotEmpty(answer.ErrorAt("Threshold"));
        Assert.Equal(
            before.Without("__RequestVerificationToken").Fields,
            (await SettingsAsync(admin)).Without("__RequestVerificationToken").Fields);
    }

    [Fact]
    public async Task A_mail_is_added_to_the_ladder_and_removed_again()
    {
        using var admin = await Site.SignInAsync("admin");
        var added = await admin.SubmitAsync((await SettingsAsync(admin)).With("submit", "add"));
        var form = Form(added);
        Assert.Equal("14", form["Steps[3].DaysAfterPrevious"]);

        var removed = Form(await admin.SubmitAsync(form.With("submit", "remove-3")));
        Assert.Null(removed["Steps[3].DaysAfterPrevious"]);
        Assert.Contains("The settings of reminders are saved.", (await admin.SubmitAsync(removed)).Notices, StringComparison.Ordinal);
        Assert.Null((await SettingsAsync(admin))["Steps[3].DaysAfterPrevious"]);
    }

    [Fact]
    public async Task A_preview_shows_the_mail_and_sends_nothing()
    {
        using var coordinator = await Site.SignInAsync("coordinator");
        var before = demonstration.Reminders.Count;
        var page = await coordinator.GetAsync("/Admin/payments/reminders/preview");
        var account = page.One("select[name=accountId] option").GetAttribute("value");
        var preview = await coordinator.GetAsync($"/Admin/payments/reminders/preview?accountId={account}&step=2");

        Assert.Contains("Reminder: €", preview.TextOf("#subject"), StringComparison.Ordinal);
        Assert.Contains("/pay/personal-payment-link", preview.TextOf("#plain"), StringComparison.Ordinal);
        Assert.Contains("/reminders/stop/personal-link-to-stop", preview.TextOf("#plain"), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, preview.One("iframe").GetAttribute("srcdoc") + preview.TextOf("#plain"), StringComparison.Ordinal);
        Assert.Equal(before, demonstration.Reminders.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.AskAsync("/Admin/payments/reminders/preview?accountId=nobody")).Status);
    }

    [Fact]
    public async Task Send_now_sends_once_and_the_links_of_the_mail_lead_where_they_say()
    {
        using var coordinator = await Site.SignInAsync("coordinator");
        var plan = await coordinator.GetAsync("/Admin/payments/reminders");
        var due = plan.Document.QuerySelectorAll("#plan tr[data-step='1']").Select(row => row.GetAttribute("data-account")!).ToList();
        Assert.NotEmpty(due);
        Assert.Equal(due.Count.ToString(), plan.One("#would-go-out").GetAttribute("data-count"));

        // Whoever confirms a smaller number has not seen what would go out.
        var stale = await coordinator.SubmitAsync(plan.Form("#send-now form").With("expected", "0"));
        Assert.Contains("Nothing is sent", stale.Notices, StringComparison.Ordinal);
        Assert.Empty(demonstration.Reminders);

        await coordinator.SubmitAsync(plan.Form("#send-now form"));
        await demonstration.ReachAsync(due.Count);
        await coordinator.SubmitAsync(plan.Form("#send-now form"));
        var sent = await UntilAsync(coordinator, page => page.Document.QuerySelectorAll("#sent tr[data-state='Sent']").Length >= due.Count && page.Document.QuerySelector("[data-run]") is null);
        Assert.Equal(due.Count, demonstration.Reminders.Count);
        Assert.Equal(due.Order(), sent.Document.QuerySelectorAll("#sent tbody tr").Select(row => row.GetAttribute("data-account")!).Order());
        Assert.Equal("0", (await coordinator.GetAsync("/Admin/payments/reminders")).One("#would-go-out").GetAttribute("data-count"));

        // What is known to have gone out does not go out again, whoever asks for it.
        Assert.Null((await coordinator.GetAsync("/Admin/payments/reminders/sent?filter=Uncertain")).Document.QuerySelector("#send-again"));
        var asked = await coordinator.SubmitAsync((await coordinator.BareFormAsync("/Admin/payments/reminders/send-again", "/Admin/payments/reminders")).With("ids", sent.One("#sent tbody tr").GetAttribute("data-reminder")!));
        Assert.Contains("1 reminder is not sent", asked.Notices, StringComparison.Ordinal);
        Assert.Equal(due.Count, demonstration.Reminders.Count);

        // What went out shows the mail.
        var detail = await coordinator.GetAsync(sent.One("#sent tbody td:last-child a").GetAttribute("href")!);
        Assert.Equal("sent", detail.TextOf("#result"));
        Assert.Contains("/pay/personal-payment-link", detail.One("iframe").GetAttribute("srcdoc"), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, detail.One("iframe").GetAttribute("srcdoc"), StringComparison.Ordinal);

        var mail = demonstration.Reminders[0];
        var links = mail.TextBody!.Split('<', '>').Where(text => text.StartsWith("http", StringComparison.Ordinal)).Select(text => new Uri(text).PathAndQuery).ToList();
        using var anybody = Site.NewClient();
        var pay = await anybody.GetAsync(links.Single(link => link.StartsWith("/pay/", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, pay.Status);
        Assert.Contains("To pay", pay.Text, StringComparison.Ordinal);

        var stopLink = links.Single(link => link.StartsWith("/reminders/stop/", StringComparison.Ordinal));
        var stop = await anybody.GetAsync(stopLink);
        Assert.Equal("false", stop.One("[data-stopped]").GetAttribute("data-stopped"));
        Assert.Equal("false", (await anybody.GetAsync(stopLink)).One("[data-stopped]").GetAttribute("data-stopped"));
        var stopped = await anybody.SubmitAsync(stop.FormTo(stopLink));
        Assert.Equal("true", stopped.One("[data-stopped]").GetAttribute("data-stopped"));
        var chosen = 0;
        foreach (var account in due)
        {
            chosen += (await coordinator.GetAsync("/Admin/payments/reminders/accounts/" + account)).One("input[type=checkbox][name=IsOptedOut]").HasAttribute("checked") ? 1 : 0;
        }

        Assert.Equal(1, chosen);
        var again = await anybody.SubmitAsync(stopped.FormTo(stopLink));
        Assert.Equal("false", again.One("[data-stopped]").GetAttribute("data-stopped"));
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.AskAsync(stopLink + "x")).Status);
    }

    [Fact]
    public async Task A_pause_is_kept()
    {
        using var coordinator = await Site.SignInAsync("coordinator");
        var plan = await coordinator.GetAsync("/Admin/payments/reminders");
        var path = "/Admin/payments/reminders/accounts/" + plan.Document.QuerySelectorAll("#plan tbody tr")[^1].GetAttribute("data-account");
        var until = MarketCalendar.In(30);

        var wrong = await coordinator.SubmitAsync((await coordinator.GetAsync(path)).FormTo(path).With("PausedUntil", "soon"));
        Assert.Equal("This is not a date.", wrong.ErrorAt("PausedUntil"));
        await coordinator.SubmitAsync((await coordinator.GetAsync(path)).FormTo(path).With("PausedUntil", until));
        Assert.Equal(until, (await coordinator.GetAsync(path)).FormTo(path)["PausedUntil"]);

        await coordinator.SubmitAsync((await coordinator.GetAsync(path)).FormTo(path).With("PausedUntil", string.Empty));
        Assert.Equal(string.Empty, (await coordinator.GetAsync(path)).FormTo(path)["PausedUntil"]);
    }

    [Fact]
    public async Task A_form_that_was_opened_before_a_member_opted_out_does_not_undo_it()
    {
        using var coordinator = await Site.SignInAsync("coordinator");
        var plan = await coordinator.GetAsync("/Admin/payments/reminders");
        var path = "/Admin/payments/reminders/accounts/" + plan.Document.QuerySelectorAll("#plan tbody tr")[^1].GetAttribute("data-account");
        var stale = (await coordinator.GetAsync(path)).FormTo(path);
        await coordinator.SubmitAsync(stale.WithAll("IsOptedOut", "true", "false"));

        await coordinator.SubmitAsync(stale.With("PausedUntil", MarketCalendar.In(30)));

        var kept = await coordinator.GetAsync(path);
        Assert.True(kept.One("input[type=checkbox][name=IsOptedOut]").HasAttribute("checked"));
        Assert.NotEmpty(kept.FormTo(path)["PausedUntil"]!);
        await coordinator.SubmitAsync(kept.FormTo(path).WithAll("IsOptedOut", "false").With("PausedUntil", string.Empty));
        Assert.False((await coordinator.GetAsync(path)).One("input[type=checkbox][name=IsOptedOut]").HasAttribute("checked"));
    }

    [Fact]
    public async Task Mails_are_in_the_language_a_member_registered_in_until_they_choose_another()
    {
        var login = $"reader{Guid.NewGuid():n}"[..20];
        using var member = Site.NewClient("fr");
        await member.SubmitAsync((await member.GetAsync("/Register")).Form("form:has([name='RegisterUserForm.ConfirmPassword'])")
            .With("RegisterUserForm.Name", login)
            .With("RegisterUserForm.UserName", login)
            .With("RegisterUserForm.Email", login + "@example.org")
            .With("RegisterUserForm.Password", SiteOptions.DevelopmentPassword)
            .With("RegisterUserForm.ConfirmPassword", SiteOptions.DevelopmentPassword));
        await member.SignInAsync(login, SiteOptions.DevelopmentPassword);
        using var coordinator = await Site.SignInAsync("coordinator");
        var clients = await coordinator.GetAsync("/Admin/payments/clients?search=" + login);
        var account = clients.One("tbody a[href*='/payments/accounts/']").GetAttribute("href")!.Split('/')[^1];
        Assert.StartsWith("Petit rappel", await SubjectAsync(), StringComparison.Ordinal);

        var mine = await member.GetAsync("/my-account/preferences");
        Assert.Equal("fr", mine.FormTo("/my-account/mail-language")["culture"]);
        var chosen = await member.SubmitAsync(mine.FormTo("/my-account/mail-language").With("culture", "en"));
        Assert.Equal("en", chosen.FormTo("/my-account/mail-language")["culture"]);
        Assert.StartsWith("A small reminder", await SubjectAsync(), StringComparison.Ordinal);

        // The pages stay in the language that the browser asks for; and no other language can be chosen.
        Assert.Equal("fr", chosen.One("html").GetAttribute("lang"));
        var refused = await member.SubmitAsync(chosen.FormTo("/my-account/mail-language").With("culture", "de"));
        Assert.Contains("Le marché n'écrit pas dans cette langue.", refused.Notices, StringComparison.Ordinal);
        Assert.Equal("en", refused.FormTo("/my-account/mail-language")["culture"]);

        async Task<string> SubjectAsync() => (await coordinator.GetAsync($"/Admin/payments/reminders/preview?accountId={account}&step=1")).TextOf("#subject");
    }

    [Fact]
    public async Task Send_now_says_so_where_no_workflow_listens()
    {
        using var admin = await Site.SignInAsync("admin");
        var id = await WorkflowIdAsync(admin);
        var properties = $"/Admin/Workflows/Types/EditProperties/{id}";
        var form = (await admin.GetAsync(properties)).Form("form:has([name=IsEnabled])");
        await admin.SubmitAsync(form.WithAll("IsEnabled", "false"));

        var answer = await admin.SubmitAsync((await admin.BareFormAsync("/Admin/payments/reminders/send", "/Admin/payments/reminders/settings")).With("expected", "1000"));

        await admin.SubmitAsync(form.WithAll("IsEnabled", "true"));
        Assert.Contains("Nothing is sent: no workflow that is enabled", answer.Notices, StringComparison.Ordinal);
        Assert.Contains("checked", (await admin.GetAsync(properties)).One("[type=checkbox][name=IsEnabled]").OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_is_told_of_an_expression_that_is_no_Liquid()
    {
        using var admin = await Site.SignInAsync("admin");
        var path = $"/Admin/Workflows/Types/{await WorkflowIdAsync(admin)}/Activity/marketreminders000000000d4/Edit";
        var form = (await admin.GetAsync(path)).Form("form:has([name$='AccountId'])");
        var field = form.Fields.Single(one => one.Key.EndsWith("AccountId", StringComparison.Ordinal)).Key;

        var answer = await admin.SubmitAsync(form.With(field, "{{ Workflow.Properties.AccountId }"));

        Assert.Contains("This is not correct Liquid: ", answer.ErrorAt(field), StringComparison.Ordinal);
        Assert.Equal("{{ Workflow.Properties.AccountId }}", (await admin.GetAsync(path)).Form("form:has([name$='AccountId'])")[field]);
        Assert.NotEmpty((await admin.SubmitAsync(form.With(field, string.Empty))).ErrorAt(field));
    }

    private static async Task<string> WorkflowIdAsync(SiteClient admin)
    {
        var list = await admin.GetAsync("/Admin/Workflows/Types?Filter=All&Options.Search=Reminders");
        return list.One("a[href*='/Workflows/Types/Edit/'], a[href*='/Workflows/Types/EditProperties/']").GetAttribute("href")!.Split('?')[0].Split('/')[^1];
    }

    private static async Task<SitePage> UntilAsync(SiteClient browser, Func<SitePage, bool> isDone)
    {
        for (var until = DateTime.UtcNow.AddMinutes(2); ;)
        {
            var page = await browser.GetAsync("/Admin/payments/reminders/sent");
            if (isDone(page))
            {
                return page;
            }

            Assert.True(DateTime.UtcNow < until, page.Text);
            await Task.Delay(300);
        }
    }

    private static async Task<SiteForm> SettingsAsync(SiteClient admin) => Form(await admin.GetAsync("/Admin/payments/reminders/settings"));

    private static SiteForm Form(SitePage page) => page.Form("#reminders-settings");

    /// <summary>The demonstration, which has members who owe, on no quiet day.</summary>
    public sealed class Demonstration : IAsyncLifetime
    {
        private SiteProcess? _site;

        public SiteProcess Site => _site!;

        /// <summary>The reminders that went out; the demonstration's orders are confirmed by mail as well.</summary>
        public IReadOnlyList<MimeMessage> Reminders =>
            [.. new Mailbox(Site.DataFolder).Read().Where(mail => mail.TextBody?.Contains("/reminders/stop/", StringComparison.Ordinal) == true)];

        public async ValueTask InitializeAsync()
        {
            _site = await SiteProcess.StartAsync();
            using var admin = await _site.SignInAsync("admin");
            var form = await SettingsAsync(admin);
            await admin.SubmitAsync(form.WithAll("QuietWeekdays").With("QuietPeriods", string.Empty));
        }

        public async Task ReachAsync(int count)
        {
            for (var until = DateTime.UtcNow.AddMinutes(2); Reminders.Count < count;)
            {
                Assert.True(DateTime.UtcNow < until, $"{Reminders.Count} of {count} mails.{Environment.NewLine}{string.Join(Environment.NewLine, Site.Faults)}");
                await Task.Delay(100);
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_site is not null)
            {
                var faults = _site.Faults;
                await _site.DisposeAsync();
                Assert.Empty(faults);
            }
        }
    }
}
