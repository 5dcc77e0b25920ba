using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.ViewModels;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.Desk;

/// <summary>What of online payments waits for a person: what is held, and what the comparison with Stripe flagged.</summary>
public sealed class OnlineMatters(CardPaymentStore payments, InboxStore events, IStringLocalizer<OnlineMatters> S) : IDeskMatters
{
    public IReadOnlyList<string> Rights => [PaymentsRights.ViewBalances];

    public async Task<IReadOnlyList<DeskMatter>> FindAsync()
    {
        var held = await events.CountAsync(InboxState.Held);
        var waiting = held + await payments.CountFlaggedAsync();
        return
        [
            new DeskMatter(60, S["Online payments to look at"], waiting.ToString("N0"), waiting > 0, held > 0 ? DeskLink.Of("OnlinePayments", "tab", nameof(OnlineTab.Held)) : new DeskLink("OnlinePayments")),
        ];
    }
}
