using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Methods;
using Market.Ledger.Postings;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Paying;

public sealed class RefusalSentences(IEnumerable<IPaymentMethod> methods, IStringLocalizer<RefusalSentences> S) : IRefusalSentences
{
    public string For(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Reason switch
        {
            RefusalReason.PaymentsOff => S["The market does not keep client accounts at the moment."],
            RefusalReason.UnknownAccount => S["There is no such client account."],
            RefusalReason.AccountClosed => S["This client account is closed. Please ask a coordinator."],
            RefusalReason.MethodNotOffered => S["The market does not offer this way to pay."],
            RefusalReason.MethodDoesNotRefund => S["Money cannot be given back this way."],
            RefusalReason.DetailMissing => S["Please fill in: {0}.", Label(refusal.Field)],
            RefusalReason.TextTooLong => S["This text is too long: {0}.", Label(refusal.Field)],
            RefusalReason.ReasonMissing => S["Please give the reason; the statement shows it."],
            RefusalReason.WrongAmount => S["This amount does not fit."],
            RefusalReason.WrongVat => S["What is sold by rates of VAT does not come to the amount."],
            RefusalReason.WrongCurrency => S["This amount is not in the market's currency."],
            RefusalReason.KeyConflict => S["This form was already sent with other values. Please open it again."],
            RefusalReason.BelowFloor => S["The balance is {0} and this order adds {1} to pay, but no order may take the balance below {2}. Pay at least {3} first.",
                Text(refusal.Balance), Text(-refusal.Amount), Text(refusal.Floor), Text(refusal.ToPay)],
            RefusalReason.DayClosed => S["The books are closed up to this day. The first day that is open is {0}.", refusal.FirstOpenDay?.InWords() ?? string.Empty],
            RefusalReason.DistributionClosed => S["This distribution is closed: what its orders cost stands, unless it is opened again."],
            RefusalReason.AnnouncedTooMuch when refusal.Room is { IsPositive: true } => S["Of this account, {0} more may be announced at most.", Text(refusal.Room)],
            RefusalReason.AnnouncedTooMuch => S["No more may be announced of this account until what is announced has arrived."],
            RefusalReason.UnknownOperation => S["This account has no such operation."],
            RefusalReason.AlreadyReversed => S["This operation has already been reversed."],
            RefusalReason.IsReversal => S["A reversal is not reversed. Record the operation anew."],
            RefusalReason.UnknownPendingPayment => S["This account has no such announced payment."],
            RefusalReason.PendingPaymentReceived => S["This payment has been received. Reverse its operation instead."],
            RefusalReason.PendingPaymentCancelled => S["This announced payment was cancelled. Record what arrived as a payment of its own."],
            _ => throw new InvalidOperationException($"No sentence for {refusal.Reason}."),
        };
    }

    public string For(AmountFault fault, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return fault switch
        {
            AmountFault.Missing => S["Please enter an amount."],
            AmountFault.NotAnAmount => S["This is not an amount. Write it like {0}.", Text(new Money(1250 * currency.MinorUnitsPerUnit / 100, currency))],
            AmountFault.Zero => S["The amount cannot be zero."],
            AmountFault.Negative => S["Enter the amount without a minus sign."],
            AmountFault.TooManyDecimals when currency.Decimals == 0 => S["This currency has no decimals."],
            AmountFault.TooManyDecimals => S["The amount has more than {0} decimals.", currency.Decimals],
            AmountFault.TooLarge => S["The amount is above {0}, the most one operation may be.", Text(new Money(AmountReader.CeilingUnits * currency.MinorUnitsPerUnit, currency))],
            _ => throw new InvalidOperationException($"No sentence for {fault}."),
        };
    }

    private static string Text(Money? amount) => amount?.ToString(CultureInfo.CurrentCulture) ?? string.Empty;

    private string Label(string? field) => field switch
    {
        nameof(Posting.Memo) => S["Note"],
        nameof(Posting.IdempotencyKey) => S["Key"],
        nameof(Posting.OrderId) => S["Order"],
        nameof(Posting.DistributionId) => S["Distribution"],
        nameof(Posting.RecordedBy) => S["Posted by"],
        _ => methods.SelectMany(method => method.Fields).FirstOrDefault(known => known.Name == field)?.Label ?? field ?? string.Empty,
    };
}
