using System.Text;
using Market.Ledger.Postings;
using Market.Orders.Confirmations;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Localization;
using OrchardCore.Settings;

namespace Market.Orders.ClosingReminders;

/// <summary>Writes to those who asked for it, and have not ordered, that orders close soon: about each distribution once.</summary>
public sealed class ClosingReminderMail(
    IActivityWork work,
    ReminderWishes wishes,
    Distributions distributions,
    OrderStore orders,
    IClientAccounts accounts,
    MemberMail mail,
    IMarketCalendar calendar,
    ISiteService siteService,
    ISiteAddress address,
    IStringLocalizer<ClosingReminderMail> S)
{
    /// <summary>Sends them. One that does not go out keeps nobody else from getting theirs.</summary>
    public async Task<MailResult> SendAsync(string distributionId)
    {
        if (!await mail.IsSetUpAsync()
            || await distributions.FindPublishedAsync(distributionId) is not { } distribution
            || await distributions.WindowAsync(distribution) is not OrderWindow.Open)
        {
            return MailResult.Skipped;
        }

        var (sent, faults) = (0, new List<string>());
        foreach (var userId in await wishes.ListAsync())
        {
            var result = await SendAsync(userId, distribution);
            sent += result.Sent;
            if (result.Fault is { } fault)
            {
                faults.Add(fault);
            }
        }

        return new MailResult(sent, faults.Count == 0 ? null : string.Join(' ', faults.Distinct(StringComparer.Ordinal)));
    }

    private async Task<MailResult> SendAsync(string userId, Distribution distribution)
    {
        if (await accounts.FindByUserAsync(userId) is not { IsOpen: true } account
            || await orders.FindPlacedAsync(account.Id, distribution.Id) is not null
            || await mail.FindAsync(userId) is not { } member
            || !await work.RunCommittedAsync(services => services.GetRequiredService<ReminderWishes>().TakeAsync(userId, distribution.Id), isTaken => isTaken))
        {
            return MailResult.Skipped;
        }

        using var culture = CultureScope.Create(member.Culture, ignoreSystemSettings: true);
        return await mail.SendAsync(await WriteAsync(account, distribution, member.Address));
    }

    private async Task<MailMessage> WriteAsync(ClientAccount account, Distribution distribution, string to)
    {
        var closes = await calendar.ToLocalAsync(new DateTimeOffset(distribution.ClosesUtc, TimeSpan.Zero));
        var text = new StringBuilder()
            .AppendLine(S["Hello {0},", account.Name])
            .AppendLine()
            .AppendLine(S["Orders for the distribution of {0:D}, {1}, close on {2:f}. You have not ordered yet.", distribution.Date, distribution.Place, closes]);
        if (await address.GetAsync() is { } site)
        {
            text.AppendLine().AppendLine($"{site}/order?distributionId={distribution.Id}");
        }

        text.AppendLine().AppendLine(S["You asked for this mail; under “My orders” you stop it."]);
        return new MailMessage
        {
            To = to,
            Subject = S["{0}: orders close soon", OneLine.Of((await siteService.GetSiteSettingsAsync()).SiteName ?? string.Empty)],
            TextBody = text.ToString(),
        };
    }
}
