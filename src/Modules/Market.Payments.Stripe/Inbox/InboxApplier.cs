using Market.Ledger;
using Market.Ledger.Online;
using Market.Ledger.Pending;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Payouts;
using Microsoft.Extensions.Options;
using OrchardCore.Localization;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Inbox;

/// <summary>Applies events: what they say, what the books say and what the events became are kept in one commit, that of the unit of work under way.</summary>
public sealed class InboxApplier(
    InboxStore inbox,
    CardPaymentStore payments,
    PayoutBooks payouts,
    ILedger ledger,
    IPendingPayments pending,
    MarketDays days,
    StripeWords words,
    ILocalizationService localization,
    IOptions<StripeOptions> options,
    IClock clock)
{
    public async Task ApplyAsync(IReadOnlyList<Gathered> batch)
    {
        // Whoever's request it is, a statement speaks the site's language.
        using var culture = CultureScope.Create(await localization.GetDefaultCultureAsync());
        var books = new OnlineBooks(ledger, pending, await days.GetAsync(), words);
        var items = (await inbox.FindManyAsync(batch.Select(gathered => gathered.EventId))).ToDictionary(item => item.EventId, StringComparer.Ordinal);
        var work = new List<(Gathered Gathered, InboxEvent Item, CardPayment? Payment)>();
        foreach (var gathered in batch)
        {
            if (items.TryGetValue(gathered.EventId, out var item) && item.State is InboxState.Waiting)
            {
                work.Add((gathered, item, gathered.PaymentId is { } id ? await payments.FindAsync(id) : null));
            }
        }

        // Accounts are locked in one order, whatever order events came in.
        foreach (var (gathered, item, payment) in work.OrderBy(one => one.Payment?.Payment.AccountId, StringComparer.Ordinal))
        {
            await ApplyAsync(gathered, item, payment, books);
            await inbox.SaveAsync(item);
        }
    }

    private async Task ApplyAsync(Gathered gathered, InboxEvent item, CardPayment? payment, OnlineBooks books)
    {
        item.PaymentId = payment?.Payment.Id;
        if (!gathered.IsOurs)
        {
            Settle(item, InboxState.Ignored);
        }
        else if (gathered.IsForLater)
        {
            item.Later(HoldReason.NoAnswer, Now);
        }
        else if (gathered.Hold is { } hold)
        {
            Settle(item, InboxState.Held, hold, gathered.Detail);
        }
        else if (gathered.Payout is { } payout)
        {
            if (!options.Value.Books(item.IsLive))
            {
                Settle(item, InboxState.Ignored);
                return;
            }

            await payouts.KeepAsync(payout);
            if (payout.IsShort)
            {
                // Stripe may list its movements only some time after it is paid.
                item.Later(HoldReason.PayoutShort, Now);
            }
            else
            {
                Settle(item, InboxState.Applied);
            }
        }
        else if (payment is null)
        {
            Settle(item, InboxState.Held, HoldReason.UnknownPayment, gathered.PaymentId);
        }
        else if (await HearAsync(payment, gathered.Facts, books) is var (reason, detail))
        {
            Settle(item, InboxState.Held, reason, detail);
        }
        else
        {
            Settle(item, InboxState.Applied);
        }
    }

    private async Task<(HoldReason Reason, string? Detail)?> HearAsync(CardPayment payment, IReadOnlyList<OnlineFact> facts, OnlineBooks books)
    {
        var known = payment.Facts;
        foreach (var fact in facts)
        {
            if (known.Judge(payment.Payment, fact) is { } mismatch)
            {
                return (Reason(mismatch), fact.Reference);
            }

            known = known.With(fact);
        }

        payment.Facts = known;
        foreach (var refund in known.Refunds.Values)
        {
            // One that was given up and made all the same is made.
            if (payment.Refunds.FirstOrDefault(asked => asked.Key == refund.RequestKey) is { } asked)
            {
                (asked.RefundId, asked.IsRefused) = (refund.Id, false);
            }
        }

        if (!options.Value.Books(payment.Payment.IsLive))
        {
            await payments.SaveAsync(payment);
            return null;
        }

        var answer = await books.KeepAsync(payment.Payment, known, payment.Booked);
        payment.Booked = answer.Booked;
        await payments.SaveAsync(payment);
        return answer.Refusal is { } refusal ? (HoldReason.Refused, refusal.Reason.ToString()) : null;
    }

    private DateTimeOffset Now => new(clock.UtcNow, TimeSpan.Zero);

    private void Settle(InboxEvent item, InboxState state, HoldReason? reason = null, string? detail = null)
    {
        (item.State, item.Reason, item.Detail, item.SettledAt) = (state, reason, detail, Now);

        // What is no concern of this site's is none of its business to keep: other shops' payers, Stripe's own secrets.
        item.Json = state is InboxState.Ignored ? string.Empty : item.Json;
    }

    private static HoldReason Reason(OnlineMismatch mismatch) => mismatch switch
    {
        OnlineMismatch.Mode => HoldReason.Mode,
        OnlineMismatch.Account => HoldReason.Account,
        OnlineMismatch.Currency => HoldReason.Currency,
        OnlineMismatch.Amount => HoldReason.Amount,
        _ => HoldReason.Reference,
    };
}
