using System.Text.Json;
using Market.Ledger.Online;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Payouts;

namespace Market.Payments.Stripe.Inbox;

/// <summary>Reads events and asks Stripe for what they leave out. Nothing is written here.</summary>
public sealed class NewsGatherer(
    StripeKeyReader keys,
    SiteMark mark,
    CardPaymentStore payments,
    PayoutReader payouts,
    StripeGateway gateway)
{
    public async Task<Gathered> GatherAsync(InboxEvent item)
    {
        var gathered = new Gathered(item.EventId);
        StripeNews news;
        try
        {
            news = StripeNewsReader.Read(item);
        }
        catch (JsonException)
        {
            return gathered with { Hold = HoldReason.Unreadable };
        }

        if (news.IsEmpty)
        {
            return gathered with { IsOurs = false };
        }

        if (news.Hold is HoldReason.Unreadable)
        {
            return gathered with { Hold = news.Hold, Detail = news.Detail };
        }

        if ((await keys.GetAsync()).IsLive is { } isLive && isLive != item.IsLive)
        {
            return gathered with { PaymentId = news.PaymentId, Hold = HoldReason.Mode };
        }

        return news.Payout is { } payout
            ? await payouts.GatherAsync(gathered, payout, item.HappenedAt)
            : await GatherPaymentAsync(gathered, news, item);
    }

    private async Task<Gathered> GatherPaymentAsync(Gathered gathered, StripeNews news, InboxEvent item)
    {
        if (news.Site is { } site)
        {
            gathered = gathered with { IsOurs = site == await mark.GetAsync(), PaymentId = news.PaymentId };
        }
        else if (news.Reference is { } reference && !news.Facts.Any(fact => fact is OnlineFact.Progress))
        {
            gathered = await FindPaymentAsync(gathered, reference, item);
        }
        else
        {
            gathered = gathered with { IsOurs = false };
        }

        if (!gathered.IsOurs || gathered.IsForLater || gathered.Hold is not null)
        {
            return gathered;
        }

        gathered = gathered with { Facts = [.. gathered.Facts, .. news.Facts], Hold = news.Hold, Detail = news.Detail };
        return news.AsksForRefunds ? await AddRefundsAsync(gathered, news.Reference!, item) : gathered;
    }

    // A refund or a dispute may come before its payment: then Stripe says whose it is.
    private async Task<Gathered> FindPaymentAsync(Gathered gathered, string reference, InboxEvent item)
    {
        if (await payments.FindIdByReferenceAsync(reference) is { } known)
        {
            return gathered with { PaymentId = known };
        }

        var answer = await gateway.ReadIntentAsync(reference);
        if (answer.Body is not { } intent)
        {
            return answer.Fault!.Kind is StripeFaultKind.Unknown
                ? gathered with { Hold = HoldReason.UnknownPayment, Detail = reference }
                : gathered with { IsForLater = true };
        }

        var news = StripeNewsReader.ReadObject(intent, item.Type, item.IsLive, item.HappenedAt);
        return gathered with
        {
            IsOurs = news.Site == await mark.GetAsync(),
            PaymentId = news.PaymentId,
            Facts = news.Facts,
            Hold = news.Hold,
            Detail = news.Detail,
        };
    }

    private async Task<Gathered> AddRefundsAsync(Gathered gathered, string reference, InboxEvent item)
    {
        var answer = await gateway.ListRefundsAsync(reference);
        if (answer.Fault is not null)
        {
            return gathered with { IsForLater = true };
        }

        var refunds = answer.Items.Select(refund => StripeNewsReader.ReadObject(refund, item.Type, item.IsLive, item.HappenedAt)).ToList();
        return gathered with
        {
            Facts = [.. gathered.Facts, .. refunds.SelectMany(news => news.Facts)],
            Hold = gathered.Hold ?? refunds.Select(news => news.Hold).FirstOrDefault(hold => hold is not null),
        };
    }
}
