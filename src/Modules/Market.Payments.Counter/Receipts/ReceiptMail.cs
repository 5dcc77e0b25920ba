using System.Globalization;
using Market.Payments.Counter.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Localization;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace Market.Payments.Counter.Receipts;

/// <summary>Sends a receipt to its member's own address, as plain text in their language. Without Orchard's Email there is none.</summary>
public sealed class ReceiptMail(
    IEnumerable<IEmailService> services,
    ISession session,
    IClientAccounts accounts,
    IMailLanguages languages,
    IAccountReaders readers,
    ReceiptMailKind kind,
    ReceiptPages pages,
    ReceiptText text,
    IStringLocalizer<ReceiptMail> S)
{
    /// <summary>
    /// Where the member of an account is written to, and others of the household who want receipts; none where mails are off, or nobody
    /// wants them by mail, or has a login with an address.
    /// </summary>
    public async Task<string?> FindAddressAsync(string accountId) =>
        services.Any() && await ListAddressesAsync(accountId, await FindUserAsync(accountId)) is { Count: > 0 } addresses ? string.Join(", ", addresses) : null;

    /// <returns>Why it was not sent; null where it was.</returns>
    public async Task<string?> SendAsync(ReceiptDocument document, ReceiptHandout handout)
    {
        ArgumentNullException.ThrowIfNull(document);
        var holder = await FindUserAsync(document.Receipt.AccountId);
        var addresses = await ListAddressesAsync(document.Receipt.AccountId, holder);
        if (services.FirstOrDefault() is not { } email || (addresses.Count == 0 && string.IsNullOrWhiteSpace(holder?.Email)))
        {
            return S["There is no mail address to send it to."];
        }

        if (addresses.Count == 0)
        {
            return S["This client wants no receipts by mail."];
        }

        MailMessage message;
        using (CultureScope.Create(await languages.OfAsync(holder?.UserId ?? string.Empty), ignoreSystemSettings: true))
        {
            var model = await pages.ShowAsync(document, handout);
            message = new MailMessage
            {
                To = string.Join(',', addresses),
                Subject = S["Receipt no. {0}, {1}", document.Receipt.Number.ToString(CultureInfo.InvariantCulture), document.Receipt.Seller.Name],
                TextBody = text.Of(model),
            };
        }

        var result = await email.SendAsync(message);
        return result.Succeeded ? null : string.Join(' ', result.Errors.Select(error => error.Message.Value));
    }

    private async Task<IReadOnlyList<string>> ListAddressesAsync(string accountId, User? holder)
    {
        var copies = await readers.ListAddressesAsync(accountId, kind.Name);
        return !string.IsNullOrWhiteSpace(holder?.Email) && await kind.IsWantedAsync(accountId, holder.UserId) ? [holder.Email, .. copies] : copies;
    }

    private async Task<User?> FindUserAsync(string accountId) =>
        (await accounts.FindAsync(accountId))?.UserId is { } userId
            ? await session.Query<User, UserIndex>(index => index.UserId == userId).FirstOrDefaultAsync()
            : null;
}
