using System.Text;
using Market.Orders.Models;
using Market.Orders.Ordering;
using Market.Orders.Sales;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Email;
using OrchardCore.Localization;

namespace Market.Orders.Confirmations;

/// <summary>Writes to a member what they ordered, with a file for their calendar: each revision once, as long as members may order.</summary>
public sealed class ConfirmationMail(
    IActivityWork work,
    Distributions distributions,
    IClientAccounts accounts,
    MemberMail mail,
    ConfirmationText text,
    OrderCalendar calendar)
{
    /// <summary>Sends it: it is noted before, as an event may be told twice.</summary>
    public async Task<MailResult> SendAsync(string orderId)
    {
        if (!await mail.IsSetUpAsync() || await ClaimAsync(orderId) is not { } order)
        {
            return MailResult.Skipped;
        }

        if (await distributions.FindAsync(order.DistributionId) is not { } distribution
            || await accounts.FindAsync(order.AccountId) is not { } account
            || await FindReaderAsync(order, account) is not { } member)
        {
            return MailResult.Skipped;
        }

        using var culture = CultureScope.Create(member.Culture, ignoreSystemSettings: true);
        var (subject, body) = await text.WriteAsync(order, distribution, account);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(await calendar.WriteAsync(order, distribution)));
        var message = new MailMessage { To = member.Address, Subject = subject, TextBody = body };
        message.Attachments.Add(new MailMessageAttachment { Filename = OrderCalendar.FileName, Stream = file });
        return await mail.SendAsync(message);
    }

    // Who ordered for the household; the holder, where somebody of the market typed it in.
    private async Task<Member?> FindReaderAsync(Order order, ClientAccount account)
    {
        var userId = (await accounts.FindByUserAsync(order.ChangedBy))?.Id == account.Id ? order.ChangedBy : account.UserId;
        return userId is null ? null : await mail.FindAsync(userId);
    }

    // What is weighed, corrected and taken along on market day is no order that waits for a confirmation.
    private Task<Order?> ClaimAsync(string orderId) => work.RunCommittedAsync(
        async services =>
        {
            var store = services.GetRequiredService<OrderStore>();
            if (await store.FindAsync(orderId) is not { Correction: null } order || order.MailedRevision >= order.Revision
                || await services.GetRequiredService<Distributions>().FindAsync(order.DistributionId) is not { } distribution
                || distribution.WindowAt(order.ChangedUtc) is not OrderWindow.Open)
            {
                return null;
            }

            order.MailedRevision = order.Revision;
            await store.SaveAsync(order);
            return order;
        },
        claimed => claimed is not null);
}
