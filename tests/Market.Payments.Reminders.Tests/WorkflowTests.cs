using System.Globalization;
using System.Text.Json.Nodes;
using Market.Ledger.Reminders;
using Market.Payments.FireTests.Fixtures;
using Market.Payments.Outbox;
using Market.Payments.Reminders.Migrations;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Sending;
using Market.Payments.Reminders.Sent;
using Market.Payments.Reminders.Tests.Fixtures;
using Market.Payments.Reminders.Workflows;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using YesSql;
using YesSql.Sql;

namespace Market.Payments.Reminders.Tests;

/// <summary>The recipe's workflow, its mails read from the pickup folder. Its ladder: 10 €, 7 days of grace, three mails two weeks apart, then the digest.</summary>
public abstract partial class WorkflowTests(ReminderMarket market)
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    protected ReminderMarket Market => market;

    [Fact]
    public async Task A_run_writes_to_who_is_due_in_their_language_and_a_second_one_to_nobody()
    {
        market.On(Monday);
        var english = await market.OpenAsync("Ann Ward");
        var french = await market.OpenAsync("Anne Garde", culture: "fr");
        var small = await market.OpenAsync("Small Debt");
        var fresh = await market.OpenAsync("Fresh Debt");
        var promised = await market.OpenAsync("Promised Payment");
        await market.OweAsync(english, 2050, Monday.AddDays(-10));
        await market.OweAsync(english, 1000, Monday.AddDays(-8));
        await market.OweAsync(french, 4200, Monday.AddDays(-10));
        await market.OweAsync(small, 1000, Monday.AddDays(-30));
        await market.OweAsync(fresh, 5000, Monday.AddDays(-6));
        await market.OweAsync(promised, 5000, Monday.AddDays(-30));
        await market.AnnounceAsync(promised, 4500, Monday);

        await market.RunAsync();

        var mail = Assert.Single(market.Mails.To(english.Address));
        Assert.Equal("A small reminder: €30.50 to pay", mail.Subject);
        var parts = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
        foreach (var text in new[] { mail.TextBody, System.Net.WebUtility.HtmlDecode(mail.HtmlBody) })
        {
            Assert.Contains("Hello Ann Ward", text, StringComparison.Ordinal);
            Assert.Contains("€30.50", text, StringComparison.Ordinal);
            Assert.Contains("since February 20, 2026", text, StringComparison.Ordinal);
            Assert.Contains("Order of February 20, 2026: €20.50 of €20.50", text, StringComparison.Ordinal);
            Assert.Contains("Order of February 22, 2026: €10.00 of €10.00", text, StringComparison.Ordinal);
            Assert.Contains($"{ReminderMarket.Address}/pay/", text, StringComparison.Ordinal);
            Assert.Contains($"{ReminderMarket.Address}/reminders/stop/", text, StringComparison.Ordinal);
            Assert.Contains("DE89 3704 0044 0532 0130 00", text, StringComparison.Ordinal);
            Assert.Contains("If you have just paid, please disregard this mail.", text, StringComparison.Ordinal);
        }

        var autre = Assert.Single(market.Mails.To(french.Address));
        Assert.Contains("Petit rappel", autre.Subject, StringComparison.Ordinal);
        Assert.Contains("42,00 €", Spaced(autre.TextBody), StringComparison.Ordinal);
        Assert.Contains("depuis le 20 février 2026", autre.TextBody, StringComparison.Ordinal);
        Assert.All(new[] { small, fresh, promised }, debtor => Assert.Empty(market.Mails.To(debtor.Address)));

        var before = market.Mails.Count;
        await market.RunAsync();
        Assert.Equal(before, market.Mails.Count);
        Assert.Equal(ReminderState.Sent, Assert.Single(await market.RecordsAsync(english)).State);
    }

    [Fact]
    public async Task An_announcement_that_is_overdue_stops_no_reminder()
    {
        market.On(Monday);
        var (overdue, awaited, both) = (await market.OpenAsync("Overdue Promise"), await market.OpenAsync("Awaited Promise"), await market.OpenAsync("Both Promises"));
        foreach (var debtor in (Debtor[])[overdue, awaited, both])
        {
            await market.OweAsync(debtor, 5000, Monday.AddDays(-30));
        }

        // The recipe's market waits for ten days.
        await market.AnnounceAsync(overdue, 5000, Monday.AddDays(-10));
        await market.AnnounceAsync(awaited, 5000, Monday.AddDays(-9));
        await market.AnnounceAsync(both, 4000, Monday.AddDays(-10));
        await market.AnnounceAsync(both, 4500, Monday.AddDays(-9));

        await market.RunAsync();

        Assert.Single(market.Mails.To(overdue.Address));
        Assert.Empty(market.Mails.To(awaited.Address));
        Assert.Empty(market.Mails.To(both.Address));
    }

    [Fact]
    public async Task By_itself_the_workflow_runs_on_Tuesdays_at_nine_of_the_markets_clock()
    {
        var patient = await market.OpenAsync("Patient Member");
        market.On(Monday);
        await market.OweAsync(patient, 3000, Monday.AddDays(-7));
        await TickAsync(Monday, new TimeOnly(20, 0));
        await TickAsync(Monday.AddDays(1), new TimeOnly(7, 59));
        Assert.Empty(market.Mails.To(patient.Address));

        // Nine in Paris is eight in the universal time of March.
        await TickAsync(Monday.AddDays(1), new TimeOnly(8, 0));

        Assert.Single(market.Mails.To(patient.Address));
        await TickAsync(Monday.AddDays(1), new TimeOnly(8, 1));
        Assert.Single(market.Mails.To(patient.Address));
    }

    [Fact]
    public async Task A_debt_left_alone_gets_three_mails_and_one_line_to_the_coordinator_over_the_months()
    {
        var alone = await market.OpenAsync("Left Alone");
        market.On(Monday);
        await market.OweAsync(alone, 3000, Monday);
        var went = new List<string>();
        for (var day = Monday; day < Monday.AddDays(180); day = day.AddDays(7))
        {
            var (mails, told) = (market.Mails.To(alone.Address).Count, Digests(alone).Count);
            market.On(day);
            await market.RunAsync();
            if (market.Mails.To(alone.Address).Count > mails)
            {
                went.Add(day.ToString("MM-dd", CultureInfo.InvariantCulture));
            }

            if (Digests(alone).Count > told)
            {
                went.Add(day.ToString("MM-dd", CultureInfo.InvariantCulture) + " digest");
            }
        }

        Assert.Equal(["03-09", "03-23", "04-06", "04-20 digest"], went);
        Assert.Equal([1, 2, 3], (await market.RecordsAsync(alone)).Where(record => record.Step > 0).Select(record => record.Step).Order());
        var digest = Assert.Single(Digests(alone));
        Assert.Equal("admin@example.org", Mailbox.AddressOf(digest));
        Assert.Contains($"{ReminderMarket.Address}/Admin/payments/accounts/{alone.AccountId}", digest.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("€30.00, since March 2, 2026", digest.TextBody, StringComparison.Ordinal);

        // The last mail is obligatory: nothing in it stops it.
        Assert.DoesNotContain("/reminders/stop/", Obligatory(alone).HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paying_the_old_debt_starts_anew_and_paying_a_part_goes_on()
    {
        market.On(Monday);
        var anew = await market.OpenAsync("Pays All");
        var on = await market.OpenAsync("Pays A Part");
        foreach (var debtor in new[] { anew, on })
        {
            await market.OweAsync(debtor, 3000, Monday.AddDays(-7));
        }

        await market.RunAsync();
        market.On(Monday.AddDays(3));
        await market.PayAsync(anew, 3000, Monday.AddDays(3));
        await market.OweAsync(anew, 2500, Monday.AddDays(3));
        await market.PayAsync(on, 1500, Monday.AddDays(3));
        market.On(Monday.AddDays(14));
        await market.RunAsync();

        Assert.Equal([1, 1], (await market.RecordsAsync(anew)).Select(record => record.Step));
        Assert.Equal([2, 1], (await market.RecordsAsync(on)).Select(record => record.Step));
    }

    [Fact]
    public async Task An_opt_out_stops_all_but_the_obligatory_mail_and_a_pause_stops_everything()
    {
        market.On(Monday);
        var optedOut = await market.OpenAsync("Opted Out");
        var paused = await market.OpenAsync("Paused Member");
        await market.OweAsync(optedOut, 3000, Monday.AddDays(-7));
        await market.OweAsync(paused, 3000, Monday.AddDays(-7));
        await market.ChooseAsync(optedOut, choice => choice.IsOptedOut = true);
        await market.ChooseAsync(paused, choice => choice.PausedUntil = Monday.AddDays(20));
        foreach (var days in new[] { 0, 14 })
        {
            market.On(Monday.AddDays(days));
            await market.RunAsync();
            Assert.Empty(market.Mails.To(optedOut.Address));
            Assert.Empty(market.Mails.To(paused.Address));
        }

        market.On(Monday.AddDays(28));
        await market.RunAsync();

        Assert.Contains("Last reminder", Assert.Single(market.Mails.To(optedOut.Address)).Subject, StringComparison.Ordinal);
        Assert.Contains("A small reminder", Assert.Single(market.Mails.To(paused.Address)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_full_of_Liquid_and_HTML_is_a_name()
    {
        market.On(Monday);
        var strange = await market.OpenAsync("{{ 1 | plus: 1 }}<script>alert(1)</script>");
        await market.OweAsync(strange, 3000, Monday.AddDays(-7));

        await market.RunAsync();

        var mail = Assert.Single(market.Mails.To(strange.Address));
        Assert.Contains("Hello {{ 1 | plus: 1 }}<script>alert(1)</script>", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("{{ 1 | plus: 1 }}&lt;script&gt;", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_mail_service_refuses_is_told_and_tried_again()
    {
        market.On(Monday);
        var refused = await market.OpenAsync("Refused Once");
        await market.OweAsync(refused, 3000, Monday.AddDays(-7));
        await market.SetAsync(settings => settings.Sender = "no address");
        await market.RunAsync();
        await market.SetAsync(settings => settings.Sender = null);

        var failed = Assert.Single(await market.RecordsAsync(refused));
        Assert.Equal(ReminderState.Failed, failed.State);
        Assert.Contains("no address", failed.Fault, StringComparison.Ordinal);
        Assert.Empty(market.Mails.To(refused.Address));

        await market.RunAsync();

        Assert.Single(market.Mails.To(refused.Address));
        var sent = Assert.Single(await market.RecordsAsync(refused));
        Assert.Equal((failed.ReminderId, ReminderState.Sent), (sent.ReminderId, sent.State));
    }

    [Fact]
    public async Task A_claim_whose_end_nobody_knows_is_sent_again_by_a_person_only()
    {
        market.On(Monday);
        var unlucky = await market.OpenAsync("Unlucky Member");
        await market.OweAsync(unlucky, 3000, Monday.AddDays(-7));
        var (claim, _) = await market.Host.WorkAsync(work => work.RunAsync(
            services => services.GetRequiredService<ReminderClaims>().TryClaimAsync(unlucky.AccountId, digest: false), _ => true));
        Assert.NotNull(claim);

        await market.RunAsync();
        Assert.Empty(market.Mails.To(unlucky.Address));
        await AgainAsync(claim.ReminderId);
        Assert.Empty(market.Mails.To(unlucky.Address));

        market.Host.Clock.Set += TimeSpan.FromMinutes(6);

        // Nor by a person, while the member wants none, or pays in peace, or has paid.
        await market.ChooseAsync(unlucky, choice => choice.IsOptedOut = true);
        Assert.Equal(SkipReason.OptedOut, await WhyNotAgainAsync(claim.ReminderId));
        await market.ChooseAsync(unlucky, choice => (choice.IsOptedOut, choice.PausedUntil) = (false, Monday));
        Assert.Equal(SkipReason.Paused, await WhyNotAgainAsync(claim.ReminderId));
        await market.ChooseAsync(unlucky, choice => choice.PausedUntil = null);
        Assert.Empty(market.Mails.To(unlucky.Address));

        await AgainAsync(claim.ReminderId);
        await AgainAsync(claim.ReminderId);

        Assert.Single(market.Mails.To(unlucky.Address));
        Assert.Equal(ReminderState.Sent, Assert.Single(await market.RecordsAsync(unlucky)).State);
    }

    [Fact]
    public async Task A_mail_demands_what_is_overdue_and_only_tells_of_what_is_not()
    {
        market.On(Monday);
        var english = await market.OpenAsync("Orders Again");
        var french = await market.OpenAsync("Commande Encore", culture: "fr");
        foreach (var debtor in new[] { english, french })
        {
            await market.OweAsync(debtor, 3000, Monday.AddDays(-10));
            await market.OweAsync(debtor, 4000, Monday.AddDays(5));
        }

        await market.RunAsync();

        var mail = Assert.Single(market.Mails.To(english.Address));
        Assert.Equal("A small reminder: €30.00 to pay", mail.Subject);
        Assert.Contains("€30.00 of your account", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("to pay, since February 20, 2026", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Order of February 20, 2026: €30.00 of €30.00\n", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Order of March 7, 2026: €40.00 of €40.00 (not due yet)", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("With what is not due yet, €70.00 in all.", mail.TextBody, StringComparison.Ordinal);
        var autre = Spaced(Assert.Single(market.Mails.To(french.Address)).TextBody);
        Assert.Contains("il reste 30,00 € à payer", autre, StringComparison.Ordinal);
        Assert.Contains("40,00 € sur 40,00 € (pas encore dû)", autre, StringComparison.Ordinal);
        Assert.Contains("Avec ce qui n'est pas encore dû, 70,00 € en tout.", autre, StringComparison.Ordinal);
        Assert.Equal(3000, Assert.Single(await market.RecordsAsync(english)).Owed);
    }

    [Fact]
    public async Task Cents_left_of_an_old_debt_silence_no_later_reminder()
    {
        var member = await market.OpenAsync("Cents Left");
        market.On(Monday);
        await market.OweAsync(member, 4520, Monday);
        foreach (var days in new[] { 7, 21, 35, 49 })
        {
            market.On(Monday.AddDays(days));
            await market.RunAsync();
        }

        Assert.Equal(4, (await market.RecordsAsync(member)).Count);
        var summer = Monday.AddDays(120);
        market.On(summer);
        await market.PayAsync(member, 4500, summer);
        await market.OweAsync(member, 6000, summer);
        market.On(summer.AddDays(7));
        await market.RunAsync();

        Assert.Equal(4, market.Mails.To(member.Address).Count);
        var anew = (await market.RecordsAsync(member))[0];
        Assert.Equal((1, summer), (anew.Step, anew.DebtSince));
    }

    [Fact]
    public async Task A_cap_of_one_mail_hands_over_instead_of_the_second()
    {
        var member = await market.OpenAsync("Capped Member");
        market.On(Monday);
        await market.OweAsync(member, 3000, Monday.AddDays(-7));
        await market.SetAsync(settings => settings.Cap = 1);
        var went = new List<string>();
        for (var day = Monday; day < Monday.AddDays(60); day = day.AddDays(7))
        {
            var before = (await market.RecordsAsync(member)).Count;
            market.On(day);
            await market.RunAsync();
            if (await market.RecordsAsync(member) is var records && records.Count > before)
            {
                went.Add($"{day:MM-dd} {records[0].Step}");
            }
        }

        await market.SetAsync(settings => settings.Cap = 3);
        Assert.Equal(["03-02 1", "03-16 0"], went);
        Assert.Single(market.Mails.To(member.Address));
        Assert.Single(Digests(member));
    }

    [Fact]
    public async Task Nothing_goes_out_on_a_quiet_day_and_all_of_it_on_the_next()
    {
        var member = await market.OpenAsync("Quiet Monday");
        market.On(Monday);
        await market.OweAsync(member, 3000, Monday.AddDays(-7));
        await market.SetAsync(settings => (settings.QuietWeekdays, settings.QuietPeriods) = ([DayOfWeek.Monday], ["03/03"]));
        await market.RunAsync();
        market.On(Monday.AddDays(1));
        await market.RunAsync();
        Assert.Empty(market.Mails.To(member.Address));

        market.On(Monday.AddDays(2));
        await market.RunAsync();

        await market.SetAsync(settings => (settings.QuietWeekdays, settings.QuietPeriods) = ([DayOfWeek.Sunday], ["24/12-02/01"]));
        Assert.Single(market.Mails.To(member.Address));
    }

    [Fact]
    public async Task Nothing_goes_out_while_the_banks_data_is_unknown_or_old()
    {
        var member = await market.OpenAsync("Pays By Transfer");
        market.On(Monday);
        await market.OweAsync(member, 3000, Monday.AddDays(-7));
        await market.SetAsync(settings => settings.MaxBankAgeDays = 10);
        await market.RunAsync();
        Assert.Empty(market.Mails.To(member.Address));
        await market.RecordedUpToAsync(Monday.AddDays(-11));
        await market.RunAsync();
        Assert.Empty(market.Mails.To(member.Address));

        await market.RecordedUpToAsync(Monday.AddDays(-10));
        await market.RunAsync();

        await market.SetAsync(settings => settings.MaxBankAgeDays = null);
        Assert.Single(market.Mails.To(member.Address));
    }

    [Fact]
    public async Task A_mail_that_keeps_failing_gives_way_to_the_next_one_in_its_time()
    {
        var refused = await market.OpenAsync("Refused Always");
        market.On(Monday);
        await market.OweAsync(refused, 3000, Monday.AddDays(-7));
        await market.SetAsync(settings => settings.Sender = "no address");
        foreach (var days in new[] { 0, 7, 14 })
        {
            market.On(Monday.AddDays(days));
            await market.RunAsync();
        }

        await market.SetAsync(settings => settings.Sender = null);
        Assert.Equal(
            [(1, Monday), (2, Monday.AddDays(14))],
            (await market.RecordsAsync(refused)).OrderBy(record => record.Step).Select(record => (record.Step, record.FailedSince!.Value)));
    }

    [Fact]
    public async Task A_mail_that_may_have_gone_out_when_the_server_broke_off_is_left_to_a_person()
    {
        market.On(Monday);
        var doubtful = await market.OpenAsync("Doubtful Mail");
        await market.OweAsync(doubtful, 3000, Monday.AddDays(-7));
        using (market.BreakMails())
        {
            await market.RunAsync();
        }

        var record = Assert.Single(await market.RecordsAsync(doubtful));
        Assert.Equal(ReminderState.Uncertain, record.State);
        Assert.NotEmpty(record.Fault!);
        await market.RunAsync();
        Assert.Empty(market.Mails.To(doubtful.Address));

        Assert.IsType<ReminderResult.Sent>(await AgainAsync(record.ReminderId));
        Assert.Single(market.Mails.To(doubtful.Address));
    }

    [Fact]
    public async Task What_a_server_that_was_down_did_not_take_is_sent_again_at_once_and_no_more_is_tried_while_it_is_down()
    {
        market.On(Monday);
        var members = await market.OpenAsync([.. Enumerable.Range(1, 7).Select(i => $"Waiting {i}")]);
        await market.OweAsync(members, 3000, Monday.AddDays(-7));
        var ids = new List<string>();
        using (market.BreakMails())
        {
            await market.RunAsync();
            foreach (var member in members)
            {
                ids.Add(Assert.Single(await market.RecordsAsync(member)).ReminderId);
            }

            var still = await AllAgainAsync(ids);
            Assert.Equal((0, 0, 5), (still.Sent, still.Kept, still.Failed));
            Assert.NotEmpty(still.Fault!);
        }

        await market.ChooseAsync(members[0], choice => choice.IsOptedOut = true);

        Assert.Equal(new SentAgain(6, 1, 0, null), await AllAgainAsync(ids));
        Assert.Equal(new SentAgain(0, 7, 0, null), await AllAgainAsync(ids));
        Assert.Equal([0, 1, 1, 1, 1, 1, 1], members.Select(member => market.Mails.To(member.Address).Count));
    }

    [Fact]
    public async Task A_digest_that_did_not_arrive_is_given_up_by_a_person_and_told_by_the_next_run()
    {
        var member = await market.OpenAsync("Told Anew");
        market.On(Monday);
        await market.OweAsync(member, 3000, Monday.AddDays(-60));
        await market.SetAsync(settings => settings.Cap = 1);
        await market.RunAsync();
        market.On(Monday.AddDays(14));
        using (market.BreakMails())
        {
            await market.RunAsync();
        }

        await market.RunAsync();
        Assert.Empty(Digests(member));
        Assert.InRange(await market.Host.WorkAsync(work => work.RunAsync(services => services.GetRequiredService<ReminderClaims>().ReleaseDigestsAsync(), _ => true)), 1, int.MaxValue);
        await market.RunAsync();

        await market.SetAsync(settings => settings.Cap = 3);
        Assert.Single(Digests(member));
    }

    [Fact]
    public async Task What_breaks_for_one_member_ends_the_run_for_nobody_else()
    {
        market.On(Monday);
        var broken = await market.OpenAsync("Broken Settings", new JsonObject());
        var after = await market.OpenAsync(Enumerable.Range(1, 3).Select(i => $"After The Broken {i}").ToList());
        foreach (var debtor in after.Prepend(broken))
        {
            await market.OweAsync(debtor, 3000, Monday.AddDays(-7));
        }

        await market.RunAsync();

        Assert.Empty(market.Mails.To(broken.Address));
        Assert.All(after, debtor => Assert.Single(market.Mails.To(debtor.Address)));
        Assert.Empty(await market.Host.InScopeAsync(services => services.GetRequiredService<IAccountLoops>().ListBrokenAsync(nameof(SendPaymentReminderTask))));
    }

    [Fact]
    public async Task Two_workflows_of_one_event_write_once_and_hold_nobody_up()
    {
        market.On(Monday);
        var member = await market.OpenAsync("Two Workflows");
        await market.OweAsync(member, 3000, Monday.AddDays(-7));
        string[] types = [await DefineAsync(), await DefineAsync()];

        // On SQLite the first workflow's state would keep the claim of the second waiting, and itself for it.
        await market.RaiseAsync(MarketEventNames.PaymentFailed, member.AccountId).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Single(market.Mails.To(member.Address));
        foreach (var type in types)
        {
            Assert.Equal(WorkflowStatus.Finished, Assert.Single(await market.Host.WorkflowsAsync(type)).Status);
        }

        await market.Host.RemoveDefinedAsync();
    }

    [Fact]
    public async Task A_run_that_broke_off_is_shown_with_its_fault()
    {
        var type = await market.Host.DefineAsync(
            [
                Automation.Activity(MarketEventNames.PaymentFailed),
                Automation.Activity(nameof(SendPaymentReminderTask), ("AccountId", Automation.Expression("{{ nil }}"))),
            ],
            (0, "Done", 1));

        await market.RaiseAsync(MarketEventNames.PaymentFailed, "nobody");

        var broken = Assert.Single(await market.Host.InScopeAsync(services => services.GetRequiredService<IAccountLoops>().ListBrokenAsync(nameof(SendPaymentReminderTask))));
        Assert.Equal("Send Payment Reminder: the expression for AccountId, '{{ nil }}', gave '', which does not fit.", broken.Fault);
        Assert.Equal(Assert.Single(await market.Host.WorkflowsAsync(type)).WorkflowId, broken.WorkflowId);
        await market.Host.RemoveDefinedAsync();
    }

    [Fact]
    public async Task A_mail_is_erased_when_its_account_is_closed_and_after_two_years_but_not_that_it_went_out()
    {
        market.On(Monday);
        var leaver = await market.OpenAsync("Leaves Us");
        var stayer = await market.OpenAsync("Stays With Us");
        foreach (var debtor in new[] { leaver, stayer })
        {
            await market.OweAsync(debtor, 3000, Monday.AddDays(-7));
        }

        await market.RunAsync();
        await market.CloseAsync(leaver);
        Assert.Equal((false, true), (await HasMailAsync(leaver), await HasMailAsync(stayer)));

        market.On(Monday.AddMonths(24));
        await EraseAsync();
        Assert.True(await HasMailAsync(stayer));
        market.On(Monday.AddMonths(24).AddDays(1));
        await EraseAsync();
        Assert.False(await HasMailAsync(stayer));

        Task EraseAsync() => market.Host.WorkAsync(async work =>
        {
            await MailErasure.EraseOldAsync(work);
            return true;
        });
    }

    [Fact]
    public async Task What_went_out_before_its_mail_was_marked_is_taken_to_have_one()
    {
        market.On(Monday);
        var early = await market.OpenAsync("Early Member");
        await market.OweAsync(early, 3000, Monday.AddDays(-7));
        await market.RunAsync();
        await market.Host.SqlAsync("""ALTER TABLE "Reminders_ReminderIndex" DROP COLUMN "HasMail" """);

        await market.Host.InScopeAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var migrations = new RemindersMigrations { SchemaBuilder = new SchemaBuilder(session.Store.Configuration, await session.BeginTransactionAsync()) };
            return await migrations.UpdateFrom1Async();
        });

        await market.CloseAsync(early);
        Assert.False(await HasMailAsync(early));
    }

    [Fact]
    public async Task Two_runs_at_once_write_to_a_member_once()
    {
        market.On(Monday);
        var wanted = await market.OpenAsync("Wanted Twice");
        await market.OweAsync(wanted, 3000, Monday.AddDays(-7));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => market.InBackgroundAsync(services => services.GetRequiredService<ReminderSender>().SendAsync(wanted.AccountId))));

        Assert.Single(market.Mails.To(wanted.Address));
    }

    // What the site's background tasks do each minute.
    private async Task TickAsync(DateOnly day, TimeOnly utc)
    {
        market.Host.Clock.Set = day.ToDateTime(utc, DateTimeKind.Utc);
        await market.InBackgroundAsync(services => services.GetRequiredService<IWorkflowManager>().TriggerEventAsync("TimerEvent", isExclusive: true, isAlwaysCorrelated: true));
        await market.InBackgroundAsync(services => services.GetRequiredService<OutboxDispatcher>().RunAsync());
    }

    private async Task<ReminderResult> AgainAsync(string reminderId)
    {
        ReminderResult result = null!;
        await market.InBackgroundAsync(async services => result = await services.GetRequiredService<ReminderSender>().SendAgainAsync(reminderId));
        return result;
    }

    private async Task<SentAgain> AllAgainAsync(IEnumerable<string> reminderIds)
    {
        SentAgain answer = null!;
        await market.InBackgroundAsync(async services => answer = await services.GetRequiredService<ReminderSender>().SendAgainAsync(reminderIds));
        return answer;
    }

    private async Task<SkipReason> WhyNotAgainAsync(string reminderId)
    {
        var skipped = Assert.IsType<ReminderResult.Skipped>(await AgainAsync(reminderId));
        return Assert.IsType<ReminderDecision.Skip>(skipped.Decision).Reason;
    }

    private Task<string> DefineAsync() => market.Host.DefineAsync(
        [
            Automation.Activity(MarketEventNames.PaymentFailed),
            Automation.Activity(nameof(SendPaymentReminderTask), ("AccountId", Automation.Expression("{{ Workflow.Input.AccountId }}"))),
        ],
        (0, "Done", 1));

    private MimeMessage Obligatory(Debtor debtor) => Assert.Single(market.Mails.To(debtor.Address), mail => mail.Subject!.Contains("Last reminder", StringComparison.Ordinal));

    private List<MimeMessage> Digests(Debtor debtor) =>
        [.. market.Mails.Read().Where(mail => mail.HtmlBody?.Contains($"/accounts/{debtor.AccountId}", StringComparison.Ordinal) == true)];

    private async Task<bool> HasMailAsync(Debtor debtor)
    {
        var record = Assert.Single(await market.RecordsAsync(debtor));
        Assert.Equal((ReminderState.Sent, 3000), (record.State, record.Owed));
        return record.Subject is not null && record.Html is not null;
    }

    private static string Spaced(string? text) => (text ?? string.Empty).Replace('\u00a0', ' ').Replace('\u202f', ' ');
}

[Collection(SqliteReminders.Name)]
public sealed class WorkflowOnSqlite(ReminderMarket market) : WorkflowTests(market);

public sealed partial class WorkflowOnPostgres(PostgresReminderMarket market) : WorkflowTests(market), IClassFixture<PostgresReminderMarket>;
