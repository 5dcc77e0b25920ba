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
    ReceiptMailKind kind,
    ReceiptPages pages,
    ReceiptText text,
    IStringLocalizer<ReceiptMail> S)
{
    /// <summary>Where the member of an account is written to; none where mails are off, they want no receipts by mail, or have no login or no address.</summary>
    public async Task<string?> FindAddressAsync(string accountId) =>
        services.Any() && await FindUserAsync(accountId) is { } user && !string.IsNullOrWhiteSpace(user.Email) && await kind.IsWantedAsync(accountId, user.UserId) ? user.Email : null;

    /// <returns>Why it was not sent; null where it was.</returns>
    public async Task<string?> SendAsync(ReceiptDocument document, ReceiptHandout handout)
    {
        ArgumentNullException.ThrowIfNull(document);
        var user = await FindUserAsync(document.Receipt.AccountId);
        if (services.FirstOrDefault() is not { } email || string.IsNullOrWhiteSpace(user?.Email))
        {
            return S["There is no mail address to send it to."];
        }

        if (!await kind.IsWantedAsync(document.Receipt.AccountId, user.UserId))
        {
            return S["This client wants no receipts by mail."];
        }

        MailMessage message;
        using (CultureScope.Create(await languages.OfAsync(user.UserId), ignoreSystemSettings: true))
        {
            var model = await pages.ShowAsync(document, handout);
            message = new MailMessage
            {
                To = user.Email,
                Subject = S["Receipt no. {0}, {1}", document.Receipt.Number.ToString(CultureInfo.InvariantCulture), document.Receipt.Seller.Name],
                TextBody = text.Of(model),
            };
        }

        var result = await email.SendAsync(message);
        return result.Succeeded ? null : string.Join(' ', result.Errors.Select(error => error.Message.Value));
    }

    private async Task<User?> FindUserAsync(string accountId) =>
        (await accounts.FindAsync(accountId))?.UserId is { } userId
            ? await session.Query<User, UserIndex>(index => index.UserId == userId).FirstOrDefaultAsync()
            : null;
}
