using System.Text.Json;
using Market.Ledger.Amounts;
using Market.Ledger.Online;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Inbox;

/// <summary>Reads events and objects of Stripe's. Pure: what it must know beside them, somebody else asks.</summary>
public static class StripeNewsReader
{
    public const string SiteKey = "market_site";

    public const string PaymentKey = "market_payment";

    public const string AccountKey = "market_account";

    public const string RefundKey = "market_refund";

    public const string ReasonKey = "reason";

    /// <summary>The events that something is done about; all others are kept and ignored.</summary>
    public static readonly IReadOnlyList<string> Handled =
    [
        "checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed", "checkout.session.expired",
        "payment_intent.succeeded", "payment_intent.processing", "payment_intent.canceled",
        "charge.refunded", "charge.refund.updated", "refund.created", "refund.updated", "refund.failed",
        "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated",
        "payout.created", "payout.updated", "payout.paid", "payout.failed", "payout.canceled", "payout.reconciliation_completed",
    ];

    /// <summary>The type of what the site found at Stripe by asking.</summary>
    public const string FoundPrefix = "found.";

    /// <summary>What an event says.</summary>
    public static StripeNews Read(InboxEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!Handled.Contains(item.Type, StringComparer.Ordinal) && !item.Type.StartsWith(FoundPrefix, StringComparison.Ordinal))
        {
            return StripeNews.Nothing;
        }

        using var json = JsonDocument.Parse(item.Json);
        return json.RootElement.Object("data")?.Object("object") is { } subject
            ? ReadObject(subject.Clone(), item.Type, item.IsLive, item.HappenedAt)
            : new StripeNews { Hold = HoldReason.Unreadable };
    }

    /// <summary>What an object says that stood so at that time.</summary>
    public static StripeNews ReadObject(JsonElement subject, string eventType, bool isLive, DateTimeOffset at) => subject.Text("object") switch
    {
        "checkout.session" => ReadSession(subject, eventType, isLive, at),
        "payment_intent" => ReadIntent(subject, isLive, at),
        "charge" => ReadCharge(subject, isLive, at),
        "refund" => ReadRefund(subject, isLive, eventType.StartsWith(FoundPrefix, StringComparison.Ordinal) ? FoundAt(subject, at) : at),
        "dispute" => ReadDispute(subject, isLive, at),
        "payout" => new StripeNews { Payout = subject },
        _ => new StripeNews { Hold = HoldReason.Unreadable, Detail = subject.Text("object") },
    };

    private static StripeNews ReadSession(JsonElement session, string eventType, bool isLive, DateTimeOffset at)
    {
        var outcome = (session.Text("status"), session.Text("payment_status")) switch
        {
            (_, "paid") => OnlineOutcome.Paid,
            ("expired", _) => OnlineOutcome.Expired,
            _ when eventType == "checkout.session.async_payment_failed" => OnlineOutcome.Failed,
            ("complete", "unpaid") => OfUnpaid(session.Object("payment_intent")),
            ("complete", _) => OnlineOutcome.Paid,
            _ => OnlineOutcome.Open,
        };

        // Where Stripe was asked, all of the payment came along: the day is that of the money, not of the asking.
        var paidAt = outcome is OnlineOutcome.Paid or OnlineOutcome.Processing ? session.Object("payment_intent")?.Object("latest_charge")?.Time("created") : null;
        return Progress(session, outcome, session.Number("amount_total"), session.IdOf("payment_intent"), isLive, paidAt ?? at);
    }

    // Of a refund that was found nobody knows when it succeeded; most do as they are made.
    private static DateTimeOffset FoundAt(JsonElement refund, DateTimeOffset at) => refund.Text("status") is "succeeded" ? refund.Time("created") ?? at : at;

    // Only where all of the payment came along can it be told that what is on its way has failed.
    private static OnlineOutcome OfUnpaid(JsonElement? intent) => intent?.Text("status") switch
    {
        "requires_payment_method" or "canceled" => OnlineOutcome.Failed,
        _ => OnlineOutcome.Processing,
    };

    private static StripeNews ReadIntent(JsonElement intent, bool isLive, DateTimeOffset at)
    {
        var outcome = intent.Text("status") switch
        {
            "succeeded" => OnlineOutcome.Paid,
            "processing" => OnlineOutcome.Processing,
            "canceled" => OnlineOutcome.Expired,
            _ => OnlineOutcome.Open,
        };
        var amount = intent.Number(outcome is OnlineOutcome.Paid ? "amount_received" : "amount");
        var paidAt = outcome is OnlineOutcome.Paid ? intent.Object("latest_charge")?.Time("created") : null;
        return Progress(intent, outcome, amount, intent.Text("id"), isLive, paidAt ?? at);
    }

    private static StripeNews ReadCharge(JsonElement charge, bool isLive, DateTimeOffset at)
    {
        // Refunds do not say whose they are; the charge does, and that it was paid.
        var reference = charge.IdOf("payment_intent");
        var news = Named(charge) with { Reference = reference };
        if (news.Site is not null)
        {
            var outcome = charge.Text("status") is "succeeded" ? OnlineOutcome.Paid : OnlineOutcome.Open;
            news = Progress(charge, outcome, charge.Number("amount"), reference, isLive, charge.Time("created") ?? at);
        }

        if (charge.Items("refunds")?.ToList() is not { Count: > 0 } refunds)
        {
            return charge.Number("amount_refunded") > 0 ? news with { AsksForRefunds = true } : news;
        }

        var read = refunds.Select(refund => ReadRefund(refund, isLive, at)).ToList();
        return read.FirstOrDefault(one => one.Hold is not null) ?? news with { Facts = [.. news.Facts, .. read.SelectMany(one => one.Facts)] };
    }

    private static StripeNews ReadRefund(JsonElement refund, bool isLive, DateTimeOffset at)
    {
        var state = refund.Text("status") switch
        {
            "succeeded" => OnlineRefundState.Succeeded,
            "failed" or "canceled" => OnlineRefundState.Failed,
            _ => OnlineRefundState.Pending,
        };

        // Its metadata are its own: they name the payment where it was begun here, the payment's id does in any case.
        var news = Named(refund) with { Reference = refund.IdOf("payment_intent") };
        return refund.Text("id") is not { } id ? Unreadable
            : !TryReadAmount(refund, refund.Number("amount"), out var amount) ? WrongCurrency(news, refund)
            : news with
            {
                Facts = [new OnlineFact.Refunded(new OnlineRefund(
                    id,
                    amount,
                    state,
                    at,
                    refund.Object("metadata")?.Text(ReasonKey),
                    refund.Object("metadata")?.Text(RefundKey)))
                {
                    IsLive = isLive,
                    Reference = news.Reference,
                    AccountId = AccountOf(refund),
                }],
            };
    }

    private static StripeNews ReadDispute(JsonElement dispute, bool isLive, DateTimeOffset at)
    {
        var state = dispute.Text("status") switch
        {
            "won" or "warning_closed" => OnlineDisputeState.Won,
            "lost" or "appeal_needs_response" or "appeal_under_review" => OnlineDisputeState.Lost,
            _ => OnlineDisputeState.Open,
        };
        var news = new StripeNews { Reference = dispute.IdOf("payment_intent") };
        return dispute.Text("id") is not { } id ? Unreadable
            : dispute.Text("status") is "prevented" ? news with { Hold = HoldReason.Prevented, Detail = id }
            : !TryReadAmount(dispute, dispute.Number("amount"), out var amount) ? WrongCurrency(news, dispute)
            : news with { Facts = [new OnlineFact.Disputed(new OnlineDispute(id, amount, state, at, dispute.Flag("is_charge_refundable") is true)) { IsLive = isLive, Reference = news.Reference }] };
    }

    private static StripeNews Progress(JsonElement subject, OnlineOutcome outcome, long? amount, string? reference, bool isLive, DateTimeOffset at)
    {
        var news = Named(subject) with { Reference = reference };
        return !TryReadAmount(subject, amount, out var money) ? WrongCurrency(news, subject) : news with
        {
            Facts = [new OnlineFact.Progress(outcome, money, at) { IsLive = isLive, Reference = reference, AccountId = AccountOf(subject) }],
        };
    }

    private static StripeNews Unreadable => new() { Hold = HoldReason.Unreadable };

    private static StripeNews WrongCurrency(StripeNews news, JsonElement subject) => news with { Hold = HoldReason.Currency, Detail = subject.Text("currency") };

    private static StripeNews Named(JsonElement subject) => new()
    {
        Site = subject.Object("metadata")?.Text(SiteKey),
        PaymentId = subject.Object("metadata")?.Text(PaymentKey),
    };

    private static string? AccountOf(JsonElement subject) => subject.Object("metadata")?.Text(AccountKey);

    private static bool TryReadAmount(JsonElement subject, long? amount, out Money money)
    {
        money = default;
        if (amount is not { } number || !StripeAmounts.TryRead(number, subject.Text("currency"), out var read))
        {
            return false;
        }

        money = read.Value;
        return true;
    }
}
