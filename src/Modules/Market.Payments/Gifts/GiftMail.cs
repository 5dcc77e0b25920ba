using Market.Ledger.Amounts;
using Market.Payments.Mails;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Gifts;

/// <summary>Tells both of a gift, each in their language. The lines on both statements say it too, where no mail goes out.</summary>
public sealed class GiftMail(MemberMail mail, IAccountReaders readers, IStringLocalizer<GiftMail> S)
{
    public async Task SendAsync(ClientAccount giver, ClientAccount receiver, Money amount, string? memo)
    {
        ArgumentNullException.ThrowIfNull(giver);
        ArgumentNullException.ThrowIfNull(receiver);
        await SendAsync(giver, () => (
            S["You gave {0} of credit", amount.ForPeople()],
            Paragraphs(S["You gave {0} of your credit to {1} ({2}).", amount.ForPeople(), receiver.Name, receiver.Number], memo)));
        await SendAsync(receiver, () => (
            S["You were given {0} of credit", amount.ForPeople()],
            Paragraphs(S["{0} ({1}) gave you {2} of credit.", giver.Name, giver.Number, amount.ForPeople()], memo)));
    }

    private async Task SendAsync(ClientAccount account, Func<(string Subject, IReadOnlyList<string> Paragraphs)> write)
    {
        foreach (var userId in (await readers.ListAsync(account.Id, GiftMailKind.KindName)).Prepend(account.UserId))
        {
            await mail.SendAsync(userId, write);
        }
    }

    private IReadOnlyList<string> Paragraphs(string sentence, string? memo) =>
        [sentence, .. memo is null ? (string[])[] : [memo], S["It stands on your statement. If you do not know of it, tell a coordinator."]];
}
