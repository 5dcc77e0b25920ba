using Market.Payments.Reminders.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Reminders.Tests;

/// <summary>The real site, killed while it sends reminders: everybody gets theirs, nobody gets two.</summary>
public sealed class CrashTests
{
    private const int Members = 150;
    private const int Kills = 1;
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
                Variables = new Dictionary<string, string?> { ["OrchardCore__Market_Outbox__Lease"] = "00:00:20" },
            });
            var mails = new Mailbox(folder);
            using (var admin = await site.SignInAsync("admin"))
            {
                await admin.SubmitAsync((await admin.GetAsync("/Admin/payments/reminders")).Form("#send-now form"));
            }

            for (var kill = 1; kill <= Kills; kill++)
            {
                await ReachAsync(mails, kill * Members / 3);
                await site.RestartAsync();
                TestContext.Current.TestOutputHelper?.WriteLine($"Kill {kill}: {mails.Count} of {Members} mails were out.");
            }

            // Each kill leaves one mail in doubt at most: claimed, and sent or not.
            await ReachAsync(mails, Members - Kills);
            using var again = await site.SignInAsync("admin");
            var until = DateTime.UtcNow + Patience;
            while ((await again.GetAsync("/Admin/payments/reminders/sent")).Document.QuerySelector("[data-run]") is not null)
            {
                Assert.True(DateTime.UtcNow < until, "The run does not end.");
                await Task.Delay(500, TestContext.Current.CancellationToken);
            }

            var written = mails.Read().Select(Mailbox.AddressOf).ToList();
            Assert.Equal(written.Distinct().Order(), written.Order());
            Assert.InRange(written.Count, Members - Kills, Members);
            Assert.Empty(written.Except(debtors.Select(debtor => debtor.Address)));
            Assert.Equal("0", (await again.GetAsync("/Admin/payments/reminders")).One("#would-go-out").GetAttribute("data-count"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Debtor>> FillAsync(string folder)
    {
        await using var market = await ReminderMarket.OpenFolderAsync(folder);
        await market.SetAsync(settings => (settings.QuietWeekdays, settings.QuietPeriods) = ([], []));
        var debtors = await market.OpenAsync([.. Enumerable.Range(1, Members).Select(i => $"Member {i}")]);
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-20);
        foreach (var debtor in debtors)
        {
            await market.OweAsync(debtor, 3000, day);
        }

        return debtors;
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
