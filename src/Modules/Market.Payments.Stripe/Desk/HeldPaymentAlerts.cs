using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Desk;

/// <summary>An online payment that is held for a person: Stripe said what does not fit what was asked, or the comparison flagged it.</summary>
public sealed class HeldPaymentAlerts(InboxStore events, CardPaymentStore payments, IClock clock, IStringLocalizer<HeldPaymentAlerts> S) : IAlertSource
{
    public string Name => "payment-held";

    public string Label => S["An online payment is held"];

    public string Right => PaymentsRights.ViewBalances;

    public bool TellsStates => true;

    public async Task<IReadOnlyList<Alert>> FindAsync(DateTimeOffset since)
    {
        var now = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
        return
        [
            .. (await events.ListAsync(InboxState.Held, 0, Alert.Most / 2)).Select(held => new Alert(held.EventId, now, S["Something that Stripe said is held: {0}.", held.Type], "payments/online?tab=Held")),
            .. (await payments.ListFlaggedAsync(Alert.Most / 2)).Select(payment => new Alert(
                payment.Payment.Id, now, S["An online payment of {0} does not fit what Stripe says.", payment.Payment.Total.ForPeople()], "payments/online/" + payment.Payment.Id)),
        ];
    }
}
