using System.Globalization;
using Market.Payments.Outbox;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Services;
using Market.Payments.Reminders.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using OrchardCore.Workflows.Services;

namespace Market.Payments.Reminders.Tests;

/// <summary>The recipe's workflow, its mails read from the pickup folder. Its ladder: 10 €, 7 days of grace, three mails two weeks apart, then the digest.</summary>
public abstract class WorkflowTests(ReminderMarket market)
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

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
            Assert.Contains("FR76 3000 6000 0112 3456 7890 189", text, StringComparison.Ordinal);
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
        await AgainAsync(claim.ReminderId);
        await AgainAsync(claim.ReminderId);

        Assert.Single(market.Mails.To(unlucky.Address));
        Assert.Equal(ReminderState.Sent, Assert.Single(await market.RecordsAsync(unlucky)).State);
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

    private Task AgainAsync(string reminderId) =>
        market.InBackgroundAsync(services => services.GetRequiredService<ReminderSender>().SendAgainAsync(reminderId));

    private MimeMessage Obligatory(Debtor debtor) => Assert.Single(market.Mails.To(debtor.Address), mail => mail.Subject!.Contains("Last reminder", StringComparison.Ordinal));

    private List<MimeMessage> Digests(Debtor debtor) =>
        [.. market.Mails.Read().Where(mail => mail.HtmlBody!.Contains($"/accounts/{debtor.AccountId}", StringComparison.Ordinal))];

    private static string Spaced(string? text) => (text ?? string.Empty).Replace('\u00a0', ' ').Replace('\u202f', ' ');
}

public sealed class WorkflowOnSqlite(ReminderMarket market) : WorkflowTests(market), IClassFixture<ReminderMarket>;

public sealed class WorkflowOnPostgres(PostgresReminderMarket market) : WorkflowTests(market), IClassFixture<PostgresReminderMarket>;
