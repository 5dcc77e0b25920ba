using Market.Desk.Alerts;
using Market.Desk.Models;
using Market.Ledger.Postings;
using Market.Payments.Reminders.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Indexes;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using YesSql;

namespace Market.Payments.Reminders.Tests;

/// <summary>Alerts, on the site of the workflow: who chose it and may see it is told once, of what happened since, in their language.</summary>
public abstract partial class WorkflowTests
{
    private static readonly DateOnly AlertDay = new(2025, 3, 3);

    [Fact]
    public async Task A_third_reminder_and_a_reversal_are_told_once_to_who_chose_them_and_may_see_them()
    {
        market.On(AlertDay.AddDays(-60));
        var debtor = await market.OpenAsync("Third Time");
        await market.OweAsync(debtor, 7700, AlertDay.AddDays(-60));
        foreach (var day in (int[])[-45, -30])
        {
            market.On(AlertDay.AddDays(day));
            await market.RunAsync();
        }

        market.On(AlertDay.AddDays(-29));
        var told = await HireAsync("Coordinator", "fr", byMail: true, "third-reminder", "payment-reversed");
        var quiet = await HireAsync("Coordinator", "en", byMail: false, "third-reminder");
        var without = await HireAsync("Volunteer", "en", byMail: true, "third-reminder", "payment-reversed");
        await TellAsync();
        Assert.Empty(await NotificationsAsync(told));

        market.On(AlertDay.AddDays(-10));
        await market.RunAsync();
        Assert.Contains(await market.RecordsAsync(debtor), record => record.Step == 3);
        await TellAsync();
        await TellAsync();

        var notification = Assert.Single(await NotificationsAsync(told));
        Assert.Equal("Une troisième relance est envoyée à un adhérent", notification.Subject);
        Assert.Contains("Third Time", notification.Summary, StringComparison.Ordinal);
        var mail = Assert.Single(market.Mails.To(told.Email), one => one.TextBody?.Contains(debtor.AccountId, StringComparison.Ordinal) == true);
        Assert.Contains($"{ReminderMarket.Address}/Admin/payments/accounts/{debtor.AccountId}", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("A third reminder is sent to a member", Assert.Single(await NotificationsAsync(quiet)).Subject);
        Assert.Empty(market.Mails.To(quiet.Email));
        Assert.Empty(await NotificationsAsync(without));
        Assert.Empty(market.Mails.To(without.Email));

        await ReverseAsync(debtor);
        await TellAsync();
        await TellAsync();
        Assert.Equal(2, (await NotificationsAsync(told)).Count);
        Assert.Single(await NotificationsAsync(quiet));
        Assert.Contains(market.Mails.To(told.Email), one => one.TextBody?.Contains("contre-passé", StringComparison.Ordinal) == true);
    }

    private Task TellAsync() => market.InBackgroundAsync(services => services.GetRequiredService<AlertTeller>().TellAsync());

    private async Task ReverseAsync(Debtor debtor)
    {
        await market.PayAsync(debtor, 77_00, AlertDay.AddDays(-10));
        var payment = (await market.Host.InScopeAsync(services => services.GetRequiredService<IStatements>().ReadAsync(debtor.AccountId, 0, 1))).Lines[0].Operation;
        Assert.IsType<PostingResult.Posted>(await market.Host.WorkAsync(work => work.ReverseAsync(new ReversalRequest
        {
            AccountId = debtor.AccountId,
            OperationId = payment.Id,
            Reason = "a test",
            OccurredOn = AlertDay.AddDays(-10),
            RecordedBy = "test",
            IdempotencyKey = $"alerts-{payment.Id}",
        })));
    }

    // Somebody with a role, who chose just now.
    private async Task<User> HireAsync(string role, string culture, bool byMail, params string[] chosen)
    {
        User hired = null!;
        await market.InBackgroundAsync(async services =>
        {
            var login = $"h{Guid.NewGuid():n}"[..20];
            hired = new User { UserName = login, Email = login + "@example.org", EmailConfirmed = true, IsEnabled = true, RoleNames = [role] };
            hired.Properties["UserLocalizationSettings"] = new System.Text.Json.Nodes.JsonObject { ["Culture"] = culture };
            Assert.NotNull(await services.GetRequiredService<IUserService>().CreateUserAsync(hired, null, (_, message) => Assert.Fail(message)));
            await services.GetRequiredService<AlertStore>().SaveAsync(new AlertChoice
            {
                UserId = hired.UserId,
                ByMail = byMail,
                Chosen = chosen.ToDictionary(name => name, _ => new DateTimeOffset(market.Host.Clock.UtcNow, TimeSpan.Zero)),
            });
        });
        return hired;
    }

    // Those about this debtor: other tests of the same market have theirs.
    private Task<List<Notification>> NotificationsAsync(User user) => market.Host.InScopeAsync(async services =>
        (await services.GetRequiredService<ISession>().Query<Notification, NotificationIndex>(index => index.UserId == user.UserId, collection: NotificationConstants.NotificationCollection).ListAsync())
            .Where(notification => notification.Summary.Contains("Third Time", StringComparison.Ordinal)).ToList());
}
