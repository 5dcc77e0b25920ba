using System.Text.Json;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Market.Payments.Stripe.Inbox;

/// <summary>Takes in what Stripe answered to a question, by the way of what it says by itself: kept first, then applied.</summary>
public sealed class CardNews(StripeInbox inbox, InboxWorker worker, StripeGateway gateway, IUnitOfWork work)
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

    /// <summary>Takes in an object.</summary>
    /// <returns>Whether the books say by now what it says; if not, it waits.</returns>
    public async Task<bool> ApplyAsync(JsonElement subject, bool isLive)
    {
        var item = inbox.Found(subject, subject.Flag("livemode") ?? isLive);
        await inbox.StoreAsync(item);
        await worker.ApplyAsync([item]);
        return await work.RunAsync(async services => await services.GetRequiredService<InboxStore>().FindAsync(item.EventId), _ => false) is { State: InboxState.Applied };
    }
}
