using System.Text.Json;
using Market.Ledger.Online;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.Payouts;
using Market.Payments.Stripe.Refunds;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Comparison;

/// <summary>
/// Compares what Stripe has with what is known here, over a while back: what never arrived is taken in by the way of what arrives, and
/// what is here and not there is flagged.
/// </summary>
public sealed class StripeSweep(
    StripeKeyReader keys,
    StripeGateway gateway,
    StripeInbox inbox,
    InboxPump pump,
    SiteMark mark,
    CardPaymentStore payments,
    PayoutStore payouts,
    CardRefunds refunds,
    CardFlags flags,
    IUnitOfWork work,
    IClock clock)
{
    // A page lives a day; refunds and payouts settle within weeks, disputes within months.
    private static readonly (string List, string Expand, TimeSpan Back)[] Lists =
    [
        ("checkout/sessions", "&expand[]=data.payment_intent.latest_charge", TimeSpan.FromDays(3)),
        ("refunds", string.Empty, TimeSpan.FromDays(30)),
        ("disputes", string.Empty, TimeSpan.FromDays(120)),
        ("payouts", string.Empty, TimeSpan.FromDays(30)),
    ];

    /// <summary>How long Stripe has to hear of what was asked before it counts as not heard.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public async Task<SweepReport> RunAsync()
    {
        var site = await mark.GetAsync();

        // What a key reads is of the key's mode.
        var isLive = (await keys.GetAsync()).IsLive is true;
        var found = 0;
        var sessions = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (list, expand, back) in Lists)
        {
            var answer = await gateway.ListAsync(list, FormattableString.Invariant($"created[gte]={(Now - back).ToUnixTimeSeconds()}{expand}"));
            if (answer.Fault is { } fault)
            {
                return new SweepReport(found, 0, fault);
            }

            foreach (var subject in answer.Items)
            {
                if (subject.Text("object") is "checkout.session")
                {
                    sessions[subject.Text("id") ?? string.Empty] = subject;
                }

                found += await TakeInAsync(subject, site, isLive);
            }
        }

        await pump.RunAsync();
        var report = await LookCloserAsync(sessions, site, isLive);
        await pump.RunAsync();
        return report with { Found = found + report.Found };
    }

    private DateTimeOffset Now => new(clock.UtcNow, TimeSpan.Zero);

    private async Task<int> TakeInAsync(JsonElement subject, string site, bool isLive) =>
        await IsNewsAsync(subject, site, isLive) && await inbox.StoreAsync(inbox.Found(subject, isLive)) ? 1 : 0;

    private async Task<bool> IsNewsAsync(JsonElement subject, string site, bool isLive)
    {
        var news = StripeNewsReader.ReadObject(subject, string.Empty, isLive, Now);
        if (news.Payout is { } payout)
        {
            return await payouts.FindAsync(payout.Text("id") ?? string.Empty) is not { } known
                || known.Status != payout.Text("status")
                || (known.IsShort && payout.Text("reconciliation_status") is "completed");
        }

        if (news.Site is { } named && named != site)
        {
            return false;
        }

        var paymentId = news.Site is not null ? news.PaymentId : news.Reference is { } reference ? await payments.FindIdByReferenceAsync(reference) : null;
        if (paymentId is null || await payments.FindAsync(paymentId) is not { } payment)
        {
            // Of nobody known: only what says that it is of this site is for this site to worry about, or what may turn out to be.
            return news.Site is not null || news.Facts.Any(fact => fact is not OnlineFact.Progress);
        }

        return news.Hold is not null || news.Facts.Any(fact => payment.Facts.Judge(payment.Payment, fact) is not null || Adds(payment.Facts, fact));
    }

    // The time at which Stripe was asked is no news.
    private static bool Adds(OnlineFacts known, OnlineFact fact) => fact switch
    {
        OnlineFact.Progress progress => progress.Outcome > known.Outcome,
        OnlineFact.Refunded { Refund: var refund } => !known.Refunds.TryGetValue(refund.Id, out var first) || refund.State > first.State,
        OnlineFact.Disputed { Dispute: var dispute } => !known.Disputes.TryGetValue(dispute.Id, out var first)
            || dispute.State != first.State
            || dispute.IsRefundable != first.IsRefundable,
        _ => false,
    };

    // What is undecided, and what is new enough to be compared. What test keys asked for, live keys know nothing of.
    private async Task<SweepReport> LookCloserAsync(Dictionary<string, JsonElement> listed, string site, bool isLive)
    {
        var (found, flagged) = (0, 0);
        var known = await work.RunAsync(services => services.GetRequiredService<CardPaymentStore>().ListToCompareAsync(Now - Lists[0].Back), _ => false);
        foreach (var payment in known.Where(payment => payment.Payment.IsLive == isLive))
        {
            if (payment.SessionId is { } sessionId)
            {
                JsonElement? session = listed.TryGetValue(sessionId, out var there) && !IsPaidHereOnly(payment, there) ? there : null;
                if (session is null)
                {
                    // Not in the list, or what is listed is older than what is known here.
                    var answer = await gateway.ReadSessionAsync(sessionId);
                    if (answer.Fault is { Kind: not StripeFaultKind.Unknown } fault)
                    {
                        return new SweepReport(found, flagged, fault);
                    }

                    session = answer.Body;
                    found += session is { } read ? await TakeInAsync(read, site, isLive) : 0;
                }

                flagged += await JudgeAsync(payment, session);
            }
            else if (payment.Facts.Outcome is OnlineOutcome.Open && payment.AskedAt < Now - Grace)
            {
                await flags.LapseAsync(payment.Payment.Id);
            }

            found += await SettleDoubtsAsync(payment, isLive);
        }

        return new SweepReport(found, flagged, null);
    }

    private async Task<int> JudgeAsync(CardPayment payment, JsonElement? session)
    {
        if (session is null && payment.Facts.Outcome is OnlineOutcome.Open)
        {
            await flags.LapseAsync(payment.Payment.Id);
            return 0;
        }

        HoldReason? flag = session is not { } there ? HoldReason.MissingAtStripe : IsPaidHereOnly(payment, there) ? HoldReason.PaidHereOnly : null;
        flag = flag == payment.SeenFlag ? null : flag;
        if (flag != payment.Flag)
        {
            await flags.FlagAsync(payment.Payment.Id, flag);
        }

        return flag is null ? 0 : 1;
    }

    private static bool IsPaidHereOnly(CardPayment payment, JsonElement session) =>
        payment.Facts.Outcome is OnlineOutcome.Paid && session.Text("payment_status") is "unpaid";

    // A refund whose answer never came is there by now, under its key, or it was never made.
    private async Task<int> SettleDoubtsAsync(CardPayment payment, bool isLive)
    {
        var found = 0;
        foreach (var asked in payment.Refunds.Where(asked => asked.IsInDoubt && asked.AskedAt < Now - Grace).ToList())
        {
            var answer = await gateway.ListRefundsAsync(payment.Facts.Reference!);
            if (answer.Items.Where(refund => CardRefunds.IsOf(refund, asked.Key)).Select(refund => (JsonElement?)refund).FirstOrDefault() is { } made)
            {
                found += await inbox.StoreAsync(inbox.Found(made, isLive)) ? 1 : 0;
            }
            else if (answer.Fault is null)
            {
                await refunds.RefuseAsync(payment.Payment.Id, asked.Key);
            }
        }

        return found;
    }
}
