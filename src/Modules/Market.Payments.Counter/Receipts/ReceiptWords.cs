using System.Globalization;
using Market.Ledger.Amounts;
using Market.Ledger.Closings;
using Market.Ledger.Receipts;
using Market.Ledger.Vat;
using Market.Payments.Counter.ViewModels;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Receipts;

/// <summary>Says what a receipt says, the same on a page, on paper and in a mail.</summary>
public sealed class ReceiptWords(IStringLocalizer<ReceiptWords> S)
{
    public string Title(IssuedReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return S["Receipt no. {0}", receipt.Number.ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>That this is a duplicate, and which one; none for the original.</summary>
    public string? Duplicate(ReceiptViewModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Handout is { Ordinal: > 1 } handout
            ? S["Duplicate no. {0}, of {1}", (handout.Ordinal - 1).ToString(CultureInfo.InvariantCulture), model.Minute(handout.At)].Value
            : null;
    }

    /// <summary>The seller's numbers, a line each.</summary>
    public IEnumerable<string> Numbers(MarketIdentity seller)
    {
        ArgumentNullException.ThrowIfNull(seller);
        if (seller.Siret is { } number)
        {
            yield return S["SIRET {0}", Siret.TryParse(number, out var siret) ? siret.ToString() : number];
        }

        if (seller.VatNumber is { } vat)
        {
            yield return S["VAT number {0}", vat];
        }
    }

    public string Order(ReceiptSale sale)
    {
        ArgumentNullException.ThrowIfNull(sale);
        return S["Order of {0}", sale.Day.InWords()];
    }

    /// <summary>How much of a line, at what price and rate.</summary>
    public string Detail(ReceiptLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = new List<string> { line.Quantity };
        if (line.UnitPrice is { } price)
        {
            parts.Add(S["at {0}", line.PriceUnit is { } unit ? $"{price.ForPeople()}/{unit}" : price.ForPeople()]);
        }

        if (line.VatBasisPoints is { } rate)
        {
            parts.Add(S["VAT {0} %", VatRate.Text(rate, CultureInfo.CurrentCulture)]);
        }

        return string.Join(" · ", parts);
    }

    public string Vat(VatShare share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return S["VAT {0} % on {1}", VatRate.Text(share.BasisPoints, CultureInfo.CurrentCulture), share.Net.ForPeople()];
    }

    /// <summary>Why no VAT by rate is named for an order, or for money without one.</summary>
    public string NoVat(MarketIdentity seller, ReceiptSale? sale)
    {
        ArgumentNullException.ThrowIfNull(seller);
        return seller.VatSentence ?? (sale is null
            ? S["This money is for the account and names no order: VAT is on the receipts of what was sold."]
            : S["The VAT of this order was not recorded by rate."]);
    }

    /// <summary>What of an order was paid besides this receipt, what of this receipt went to the account, and what is left to pay.</summary>
    public IEnumerable<(string Label, Money Amount)> Standing(IssuedReceipt receipt, ReceiptSale sale, IReadOnlyDictionary<string, PostedOperation> proofs)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(sale);
        ArgumentNullException.ThrowIfNull(proofs);
        var here = receipt.Payments
            .Where(payment => proofs.GetValueOrDefault(payment.OperationId)?.Operation.OrderId == sale.OrderId)
            .Aggregate(Money.Zero(sale.Total.Currency), (sum, payment) => sum + payment.Amount);
        var other = sale.Total - sale.Remaining - here;
        if (other.IsPositive)
        {
            yield return (S["Paid otherwise"], other);
        }

        if (other.IsNegative)
        {
            yield return (S["Paid beyond it, for the account"], -other);
        }

        if (sale.Remaining.IsPositive)
        {
            yield return (S["Left to pay then"], sale.Remaining);
        }
    }

    /// <summary>What packaging went out, or came back.</summary>
    public string Deposit(ReceiptDeposit deposit)
    {
        ArgumentNullException.ThrowIfNull(deposit);
        return deposit.Count < 0 ? S["Brought back: {0}", deposit.Words] : deposit.Words;
    }

    public string Payment(ReceiptViewModel model, ReceiptPayment payment)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(payment);
        return payment.Amount.IsNegative ? S["Given back, {0}", model.MethodName(payment)] : model.MethodName(payment);
    }

    /// <summary>What proves a payment: its code is above, and whether a closing holds it.</summary>
    public string Closing(PostedOperation? proof) => proof?.Closing is { } closing
        ? S["In the daily closing of {0}, {1}", ClosingKey.FirstDay(closing.Period.Kind, closing.Period.Key).InWords(), closing.Hash]
        : S["Its day is not closed yet: the code will belong to that day's closing."];

    /// <summary>That a payment was reversed since; none where it stands.</summary>
    public string? Reversed(ReceiptViewModel model, PostedOperation? proof)
    {
        ArgumentNullException.ThrowIfNull(model);
        return proof?.Reversal is { } reversal ? S["Reversed since, {0}", model.Minute(reversal.RecordedAt)].Value : null;
    }
}
