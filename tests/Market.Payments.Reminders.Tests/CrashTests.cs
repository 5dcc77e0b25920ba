using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Sending;
using Market.Payments.Reminders.Tests.Fixtures;
using MarketSite.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Reminders.Tests;

/// <summary>The real site, killed while it sends reminders: everybody gets theirs, nobody gets two.</summary>
public sealed class CrashTests
{
    private const int Members = 150;

    // In the middle of the second batch of 50, and of the third.
    private static readonly int[] Kills = [75, 115];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task A_site_is_killed_in_the_middle_of_a_batch_and_nobody_is_written_to_twice()
    {
        var folder = Directory.CreateTempSubdirectory("market-reminders-").FullName;
        try
        {
            var debtors = await FillAsync(folder);
            await using var site = await SiteProcess.StartAsync(new SiteOptions
            {
                DataFolder = folder,
                Variables = new Dictionary<string, string?> { ["OrchardCore__Market_Outbox__Lease"] = "00:00:10" },
            });
            var mails = new Mailbox(folder);
            await SendNowAsync(site);
            foreach (var kill in Kills)
            {
                await ReachAsync(mails, kill);
                await site.RestartAsync();
                TestContext.Current.TestOutputHelper?.WriteLine($"Killed at {kill}: {mails.Count} of {Members} mails were out.");

                // Somebody presses the button again once the lease is over: so two runs go on, and each knows nothing of the other.
                await Task.Delay(TimeSpan.FromSeconds(11), TestContext.Current.CancellationToken);
                await SendNowAsync(site);
            }

            // Each kill leaves one mail in doubt at most: claimed, and sent or not.
            await ReachAsync(mails, Members - Kills.Length);
            using var again = await site.SignInAsync("admin");
            var until = DateTime.UtcNow + Patience;
            while ((await again.GetAsync("/Admin/payments/reminders/sent")).Document.QuerySelector("[data-run]") is not null)
            {
                Assert.True(DateTime.UtcNow < until, "The run does not end.");
                await Task.Delay(500, TestContext.Current.CancellationToken);
            }

            var written = mails.Read().Select(Mailbox.AddressOf).ToList();
            Assert.Equal(written.Distinct().Order(), written.Order());
            Assert.InRange(written.Count, Members - Kills.Length, Members);
            Assert.Empty(written.Except(debtors.Select(debtor => debtor.Address)));
            Assert.Equal("0", (await again.GetAsync("/Admin/payments/reminders")).One("#would-go-out").GetAttribute("data-count"));
        }
        finally
        {
            await Folders.DeleteAsync(folder);
        }
    }

    [Fact]
    public async Task A_site_is_killed_while_the_mail_server_takes_the_digest_and_a_person_has_it_told_again()
    {
        var folder = Directory.CreateTempSubdirectory("market-digest-").FullName;
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        try
        {
            var member = (await FillAsync(folder, members: 1, settings => (settings.Steps, settings.DigestAfterDays) = ([], 0)))[0];
            await using (var site = await SiteProcess.StartAsync(new SiteOptions
            {
                DataFolder = folder,
                Variables = new Dictionary<string, string?>
                {
                    ["OrchardCore__OrchardCore_Email_Smtp__DeliveryMethod"] = "Network",
                    ["OrchardCore__OrchardCore_Email_Smtp__Host"] = "127.0.0.1",
                    ["OrchardCore__OrchardCore_Email_Smtp__Port"] = ((IPEndPoint)server.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture),
                },
            }))
            {
                await SendNowAsync(site);

                // A server that takes the call and says nothing: the site waits for it, and is killed there.
                using var call = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
            }

            await using var market = await ReminderMarket.OpenFolderAsync(folder);
            market.Host.Clock.Set = DateTime.UtcNow.AddMinutes(10);
            await market.RunAsync();
            Assert.Empty(market.Mails.Read());

            Assert.Equal(1, await market.Host.WorkAsync(work => work.RunAsync(services => services.GetRequiredService<ReminderClaims>().ReleaseDigestsAsync(), _ => true)));
            await market.RunAsync();
            await market.RunAsync();
            Assert.Contains(member.AccountId, Assert.Single(market.Mails.Read()).HtmlBody!, StringComparison.Ordinal);
        }
        finally
        {
            await Folders.DeleteAsync(folder);
        }
    }

    private static async Task<IReadOnlyList<Debtor>> FillAsync(string folder, int members = Members, Action<RemindersSettings>? change = null)
    {
        await using var market = await ReminderMarket.OpenFolderAsync(folder);
        await market.SetAsync(settings =>
        {
            (settings.QuietWeekdays, settings.QuietPeriods) = ([], []);
            change?.Invoke(settings);
        });
        var debtors = await market.OpenAsync([.. Enumerable.Range(1, members).Select(i => $"Member {i}")]);
        var day = MarketCalendar.Today.AddDays(-20);
        await market.OweAsync(debtors, 3000, day);
        return debtors;
    }

    private static async Task SendNowAsync(SiteProcess site)
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GetAsync("/Admin/payments/reminders");

        // A slow machine's site may have taken up by itself what was left, and be done.
        if (page.Document.QuerySelector("#send-now form") is not null)
        {
            await admin.SubmitAsync(page.Form("#send-now form"));
        }
    }

    private static async Task ReachAsync(Mailbox mails, int count)
    {
        for (var until = DateTime.UtcNow + Patience; mails.Count < count;)
        {
            Assert.True(DateTime.UtcNow < until, $"Only {mails.Count} of {count} mails after {Patience}.");
            await Task.Delay(10);
        }
    }
}
