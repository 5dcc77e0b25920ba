using Market.Payments;
using Microsoft.Extensions.Localization;

namespace Market.Orders.ClosingReminders;

/// <summary>The mail before orders close, among the member's other mails. Its wish is the one that "My orders" keeps.</summary>
public sealed class ClosingReminderKind(ReminderWishes wishes, IStringLocalizer<ClosingReminderKind> S) : IMailKind
{
    public string Name => "orders-closing";

    public string Label => S["Orders close soon"];

    public string Purpose => S["Before orders close, if you have not ordered yet."];

    public bool IsObligatory => false;

    public Task<bool> IsWantedAsync(string accountId, string userId) => wishes.IsWantedAsync(userId);

    public Task ChooseAsync(string accountId, string userId, bool wanted) => wishes.ChooseAsync(userId, wanted);
}
