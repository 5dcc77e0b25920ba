using System.Text.Json;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Services;

/// <summary>Takes in what Stripe answered to a question, by the way of what it says by itself: kept first, then applied.</summary>
public sealed class CardNews(StripeInbox inbox, InboxWorker worker, StripeGateway gateway)
{
    /// <summary>Asks how a payment stands, and applies the answer.</summary>
    /// <returns>Whether Stripe answered.</returns>
    public async Task<bool> AskAsync(CardPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        if (payment.SessionId is null || (await gateway.ReadSessionAsync(payment.SessionId)).Body is not { } session)
        {
            return false;
        }

        await ApplyAsync(session, payment.Payment.IsLive);
        return true;
    }

    public async Task ApplyAsync(JsonElement subject, bool isLive)
    {
        var item = inbox.Found(subject, subject.Flag("livemode") ?? isLive);
        await inbox.StoreAsync(item);
        await worker.ApplyAsync([item]);
    }
}
