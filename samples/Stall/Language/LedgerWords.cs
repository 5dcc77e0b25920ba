using System.Globalization;
using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;
using Market.Stall.Terms;
using Microsoft.Extensions.Localization;

namespace Market.Stall.Language;

/// <summary>Says what the engine answers, in the words of the site.</summary>
internal sealed class LedgerWords(IStringLocalizer<Words> T)
{
    /// <summary>What an operation is, on a statement.</summary>
    public string Title(Operation operation) => operation.Kind switch
    {
        OperationKind.Order when operation.Amount.IsPositive => T["Order changed"],
        OperationKind.Payment => string.Join(' ', [Method(operation.Method), string.Join(", ", operation.Details.OrderByDescending(detail => detail.Key, StringComparer.Ordinal).Select(detail => detail.Value))]).TrimEnd(),
        _ => Kind(operation.Kind),
    };

    public string Kind(OperationKind kind) => kind switch
    {
        OperationKind.OpeningBalance => T["Opening balance"],
        OperationKind.Order => T["Order"],
        OperationKind.Payment => T["Payment"],
        OperationKind.Refund => T["Refund"],
        OperationKind.Adjustment => T["Adjustment"],
        OperationKind.Transfer => T["Move between accounts"],
        OperationKind.Fee => T["Fee"],
        OperationKind.WriteOff => T["Debt given up"],
        OperationKind.Deposit => T["Deposit on packaging"],
        OperationKind.Reversal => T["Reversal"],
        _ => throw new InvalidOperationException($"No word for {kind}."),
    };

    public string Order(OrderState state) => state switch
    {
        OrderState.Paid => T["paid"],
        OrderState.PartPaid => T["part-paid"],
        _ => T["unpaid"],
    };

    /// <summary>A method's or a field's name for people.</summary>
    public string Method(string? name) =>
        StallMethod.All.Where(method => method.Name == name).Select(method => T[method.Label].Value).FirstOrDefault() ?? name ?? string.Empty;

    /// <summary>Why nothing was posted.</summary>
    public string For(Refusal refusal) => refusal.Reason switch
    {
        RefusalReason.PaymentsOff => T["The market does not keep client accounts at the moment."],
        RefusalReason.UnknownAccount => T["There is no such client account."],
        RefusalReason.AccountClosed => T["This client account is closed. Please ask a coordinator."],
        RefusalReason.MethodNotOffered => T["The market does not offer this way to pay."],
        RefusalReason.MethodDoesNotRefund => T["Money cannot be given back this way."],
        RefusalReason.DetailMissing => T["Please fill in: {0}.", Field(refusal.Field)],
        RefusalReason.TextTooLong => T["This text is too long: {0}.", Field(refusal.Field)],
        RefusalReason.ReasonMissing => T["Please give the reason; the statement shows it."],
        RefusalReason.WrongAmount => T["This amount does not fit."],
        RefusalReason.WrongVat => T["What is sold by rates of VAT does not come to the amount."],
        RefusalReason.WrongCurrency => T["This amount is not in the market's currency."],
        RefusalReason.KeyConflict => T["This form was already sent with other values. Please open it again."],
        RefusalReason.BelowFloor => T["The balance is {0} and this order adds {1} to pay, but no order may take the balance below {2}. Pay at least {3} first.",
            Text(refusal.Balance), Text(-refusal.Amount), Text(refusal.Floor), Text(refusal.ToPay)],
        RefusalReason.UnknownOperation => T["This account has no such operation."],
        RefusalReason.AlreadyReversed => T["This operation has already been reversed."],
        RefusalReason.IsReversal => T["A reversal is not reversed. Record the operation anew."],

        // The stall announces no payments, and closes no year.
        _ => throw new InvalidOperationException($"No sentence for {refusal.Reason}."),
    };

    /// <summary>What is wrong with a typed amount.</summary>
    public string For(AmountFault fault) => fault switch
    {
        AmountFault.Missing => T["Please enter an amount."],
        AmountFault.NotAnAmount => T["This is not an amount. Write it like {0}.", Text(new Money(1250, Currency.Euro))],
        AmountFault.Zero => T["The amount cannot be zero."],
        AmountFault.Negative => T["Enter the amount without a minus sign."],
        AmountFault.TooManyDecimals => T["The amount has more than {0} decimals.", Currency.Euro.Decimals],
        AmountFault.TooLarge => T["The amount is above {0}, the most one operation may be.", Text(new Money(AmountReader.CeilingUnits * 100, Currency.Euro))],
        _ => throw new InvalidOperationException($"No sentence for {fault}."),
    };

    private static string Text(Money? amount) => amount?.ToString(CultureInfo.CurrentCulture) ?? string.Empty;

    private string Field(string? name) => name switch
    {
        nameof(Posting.Memo) => T["Note"],
        _ => StallMethod.All.SelectMany(method => method.Fields).Where(field => field.Name == name).Select(field => T[field.Label].Value).FirstOrDefault() ?? name ?? string.Empty,
    };
}
