using System.Text.Json;
using Market.Ledger;
using Market.Ledger.Online;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Market.Payments.Stripe.Services;

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
    IUnitOfWork work,
    IClock clock)
{
    // A page lives a day; refunds and payouts settle within weeks, disputes within months.
    private static readonly (string List, string Expand, TimeSpan Back)[] Lists =
    [
        ("checkout/sessions", "&expand[]=data.payment_intent", TimeSpan.FromDays(3)),
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

                if (await IsNewsAsync(subject, site, isLive))
                {
                    await inbox.StoreAsync(inbox.Found(subject, isLive));
                    found++;
                }
            }
        }

        await pump.RunAsync();
        return await LookForMissingAsync(sessions, found);
    }

    private DateTimeOffset Now => new(clock.UtcNow, TimeSpan.Zero);

    private async Task<bool> IsNewsAsync(JsonElement subject, string site, bool isLive)
    {
        var news = StripeNewsReader.ReadObject(subject, string.Empty, isLive, Now);
        if (news.Payout is { } payout)
        {
            return await payouts.FindAsync(payout.Text("id") ?? string.Empty) is not { } known || known.Status != payout.Text("status");
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
        OnlineFact.Disputed { Dispute: var dispute } => !known.Disputes.TryGetValue(dispute.Id, out var first) || dispute.State != first.State,
        _ => false,
    };

    private async Task<SweepReport> LookForMissingAsync(Dictionary<string, JsonElement> sessions, int found)
    {
        var flagged = 0;
        var known = await work.RunAsync(services => services.GetRequiredService<CardPaymentStore>().ListToCompareAsync(Now - Lists[0].Back), _ => false);
        foreach (var payment in known.Where(payment => payment.AskedAt < Now - Grace || payment.SessionId is not null))
        {
            JsonElement? session = payment.SessionId is { } id && sessions.TryGetValue(id, out var listed) ? listed : null;
            if (session is null && payment.SessionId is { } unlisted)
            {
                var answer = await gateway.ReadSessionAsync(unlisted);
                if (answer.Fault is { Kind: not StripeFaultKind.Unknown } fault)
                {
                    return new SweepReport(found, flagged, fault);
                }

                session = answer.Body;
            }

            var flag = Judge(payment, session);
            flagged += flag is null ? 0 : 1;
            if (flag != payment.Flag || (payment.SessionId is null && payment.Facts.Outcome is OnlineOutcome.Open))
            {
                await NoteAsync(payment.Payment.Id, flag);
            }

            await SettleDoubtsAsync(payment);
        }

        return new SweepReport(found, flagged, null);
    }

    private static HoldReason? Judge(CardPayment payment, JsonElement? session) =>
        payment.SessionId is null ? null
        : session is not { } there ? HoldReason.MissingAtStripe
        : payment.Facts.Outcome is OnlineOutcome.Paid && there.Text("payment_status") is "unpaid" ? HoldReason.PaidHereOnly
        : null;

    private Task<bool> NoteAsync(string paymentId, HoldReason? flag) => work.RunAsync(
        async services =>
        {
            var store = services.GetRequiredService<CardPaymentStore>();
            if (await store.FindAsync(paymentId) is not { } payment)
            {
                return false;
            }

            payment.Flag = flag;
            if (payment.SessionId is null)
            {
                // Stripe never heard of it, so nobody can have paid it.
                payment.Facts = payment.Facts.With(new OnlineFact.Progress(OnlineOutcome.Expired, null, Now) { IsLive = payment.Payment.IsLive });
            }

            await store.SaveAsync(payment);
            return true;
        },
        isNoted => isNoted);

    // A refund whose answer never came is there by now, under its key, or it was never made.
    private async Task SettleDoubtsAsync(CardPayment payment)
    {
        foreach (var asked in payment.Refunds.Where(asked => asked.IsInDoubt && asked.AskedAt < Now - Grace).ToList())
        {
            var answer = await gateway.ListAsync("refunds", "payment_intent=" + Uri.EscapeDataString(payment.Facts.Reference ?? string.Empty));
            if (answer.Fault is null && answer.Items.All(refund => refund.Object("metadata")?.Text(StripeNewsReader.RefundKey) != asked.Key))
            {
                await refunds.RefuseAsync(payment.Payment.Id, asked.Key);
            }
        }
    }
}
