using Market.Ledger.Online;
using Market.Ledger.Postings;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Stripe.CardPayments;

/// <summary>Says to people, and on statements, what became of payments by card.</summary>
public sealed class StripeWords(IRefusalSentences refusals, IStringLocalizer<StripeWords> S) : IOnlineWords
{
    public string? NoteOf(OnlinePayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return payment.IsLive ? null : S["Test, no real money"].Value;
    }

    public string? NoteOf(OnlinePayment payment, OnlineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return string.Join(": ", new[] { NoteOf(payment), NoteOf(entry) }.OfType<string>()) is { Length: > 0 } note ? note : null;
    }

    /// <summary>Why a payment of test keys leaves the books.</summary>
    public string WhyTakenOut() => S["It was a test, no real money."];

    public string WhyMoved(DateOnly day) => S["Its day, {0}, is closed.", day.InWords()];

    public string WhyReversed(string entryKey)
    {
        ArgumentNullException.ThrowIfNull(entryKey);
        return entryKey == "surcharge" ? S["The payment was given back."]
            : entryKey.StartsWith("re_", StringComparison.Ordinal) || entryKey.StartsWith("pyr_", StringComparison.Ordinal) ? S["The refund failed: the money came back to the market."]
            : S["The dispute was decided for the market."];
    }

    public string WhyCancelled(OnlineOutcome outcome) => outcome is OnlineOutcome.Expired ? S["The payment was not made in time."] : S["The bank did not pay."];

    public string Outcome(OnlineOutcome outcome) => outcome switch
    {
        OnlineOutcome.Open => S["not paid yet"],
        OnlineOutcome.Processing => S["being processed"],
        OnlineOutcome.Expired => S["lapsed"],
        OnlineOutcome.Failed => S["failed"],
        _ => S["paid"],
    };

    public string Refund(OnlineRefundState state) => state switch
    {
        OnlineRefundState.Pending => S["being processed"],
        OnlineRefundState.Succeeded => S["given back"],
        _ => S["failed"],
    };

    public string Dispute(OnlineDisputeState state) => state switch
    {
        OnlineDisputeState.Open => S["open"],
        OnlineDisputeState.Won => S["won"],
        _ => S["lost"],
    };

    public string State(InboxState state) => state switch
    {
        InboxState.Waiting => S["Waiting"],
        InboxState.Applied => S["Applied"],
        InboxState.Ignored => S["Ignored"],
        _ => S["Held"],
    };

    public string Payout(string status) => status switch
    {
        "paid" => S["paid"],
        "pending" or "in_transit" => S["on its way"],
        "canceled" => S["called off"],
        "failed" => S["failed"],
        _ => status,
    };

    public string Settlement(SettlementStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.State switch
        {
            SettlementState.Transferred => S["transferred"],
            SettlementState.Refused => S["refused"],
            SettlementState.Carried => statement.Settlement.Closing.IsZero ? S["nothing to transfer"] : S["carried"],
            _ => S["Stripe has not answered"],
        };
    }

    /// <summary>What moved Stripe's balance; kinds that nobody foresaw keep Stripe's name.</summary>
    public string Movement(PayoutLine line) => line.Kind switch
    {
        _ when line.IsCharge => S["Stripe's fee"],
        "charge" or "payment" => S["payment"],
        "refund" or "payment_refund" or "partial_capture_reversal" => S["refund"],
        "refund_failure" or "payment_failure_refund" => S["refund that failed"],
        "dispute" => S["dispute"],
        "dispute_reversal" => S["dispute won"],
        "transfer" => S["transfer to a producer"],
        "transfer_reversal" or "transfer_refund" => S["taken back from a producer"],
        var kind => kind,
    };

    /// <summary>Why something waits for a person, and what the person can do.</summary>
    public string Hold(HoldReason reason, string? detail) => reason switch
    {
        HoldReason.Mode => S["It is about real money and the keys are for tests, or the other way round."],
        HoldReason.Account => S["It names another client account than the payment was asked for."],
        HoldReason.Currency => S["It is in another currency than the payment was asked in."],
        HoldReason.Amount => S["The amount is not the one that was asked for, or more was given back than was paid."],
        HoldReason.Reference => S["Stripe has a second payment for what was asked for once."],
        HoldReason.UnknownPayment => S["It is of this site, but this site does not know the payment. Was an old copy of the data put back?"],
        HoldReason.Refused => Enum.TryParse<RefusalReason>(detail, out var refusal)
            ? S["The ledger refused it: {0}", refusals.For(new Refusal(refusal))]
            : S["The ledger refused it."],
        HoldReason.Unreadable => S["It does not say what such an event says."],
        HoldReason.NoAnswer => S["Stripe was asked about it and gave no answer."],
        HoldReason.Prevented => S["Stripe settled this dispute before it began. Look there whether the cardholder has the money back, and adjust the account if so."],
        HoldReason.MissingAtStripe => S["This site asked for the payment, and Stripe does not know it."],
        HoldReason.PaidHereOnly => S["It is paid here, and not at Stripe."],
        HoldReason.PayoutShort => S["The movements that Stripe lists do not add up to the payout."],
        _ => S["Applying it failed again and again; the site's log says why."],
    };

    public string Fault(StripeFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Kind switch
        {
            StripeFaultKind.OtherMode => S["It is about real money and the key is for tests, or the other way round."],
            StripeFaultKind.NotLinked => S["The producer is not linked to an account at Stripe."],
            StripeFaultKind.NoKey => S["No secret key is set."],
            StripeFaultKind.BadKey => S["Stripe does not know the secret key."],
            StripeFaultKind.NotAllowed => S["The key is not allowed to do this."],
            StripeFaultKind.Refused => fault.Message is { } message ? S["Stripe says: {0}", message] : S["Stripe said no."],
            StripeFaultKind.Unknown => S["Stripe does not know this."],
            StripeFaultKind.Busy or StripeFaultKind.KeyReused => S["Stripe is too busy at the moment."],
            _ => S["Stripe could not be reached, or gave no answer."],
        };
    }

    private string? NoteOf(OnlineEntry entry) => entry.Source switch
    {
        OnlineEntrySource.Payment => null,
        OnlineEntrySource.Surcharge => S["Fee for paying by card online"],
        OnlineEntrySource.Dispute => S["The cardholder disputed the payment and has the money back."],
        _ => entry.Reason,
    };
}
