using Market.Ledger.Amounts;
using Market.Ledger.Chain;

namespace Market.Ledger.Receipts;

/// <summary>
/// Chains receipts. The canonical form is UTF-8 text, one <c>name=value</c> a line, described in <c>docs/receipt-format.md</c>.
/// </summary>
public static class ReceiptHash
{
    /// <summary>The name and version of the canonical form of a receipt without deposits, its first line.</summary>
    public const string Format = "market-receipt/1";

    /// <summary>That of a receipt with deposits: the same form, and the lines of the deposits.</summary>
    public const string FormatWithDeposits = "market-receipt/2";

    /// <summary>The hash this receipt must carry.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(IssuedReceipt receipt) => Form(receipt).Hash();

    /// <summary>The text that is hashed: every field but <see cref="IssuedReceipt.Hash"/>, in one fixed order.</summary>
    public static string Canonical(IssuedReceipt receipt) => Form(receipt).Text();

    private static CanonicalForm Form(IssuedReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var form = CanonicalForm.Begin(receipt.Deposits.Count == 0 ? Format : FormatWithDeposits)
            .Line("number"u8, receipt.Number)
            .Line("account"u8, receipt.AccountId)
            .Line("seller"u8, receipt.Seller.Name)
            .Line("address"u8, receipt.Seller.Address)
            .Line("siret"u8, receipt.Seller.Siret)
            .Line("vat-number"u8, receipt.Seller.VatNumber)
            .Line("vat-sentence"u8, receipt.Seller.VatSentence)
            .Line("currency"u8, receipt.Payments[0].Amount.Currency.Code)
            .Line("payments"u8, receipt.Payments.Count)
            .Line("sales"u8, receipt.Sales.Count);
        if (receipt.Deposits.Count > 0)
        {
            form.Line("deposits"u8, receipt.Deposits.Count);
        }

        foreach (var payment in receipt.Payments)
        {
            form.Line("operation"u8, payment.OperationId)
                .Line("operation-hash"u8, payment.OperationHash)
                .Line("method"u8, payment.Method)
                .Line("amount"u8, payment.Amount.MinorUnits)
                .Line("recorded-at"u8, payment.RecordedAt);
        }

        foreach (var sale in receipt.Sales)
        {
            Add(form, sale);
        }

        foreach (var deposit in receipt.Deposits)
        {
            form.Line("deposit"u8, deposit.OperationId)
                .Line("deposit-hash"u8, deposit.OperationHash)
                .Line("returnable"u8, deposit.ReturnableId)
                .Line("words"u8, deposit.Words)
                .Line("count"u8, deposit.Count)
                .Line("deposit-cost"u8, deposit.Cost.MinorUnits)
                .Line("deposit-recorded-at"u8, deposit.RecordedAt);
        }

        return form
            .Line("issued-at"u8, receipt.IssuedAt)
            .Line("issued-by"u8, receipt.IssuedBy)
            .Line("previous"u8, receipt.PreviousHash);
    }

    private static void Add(CanonicalForm form, ReceiptSale sale)
    {
        form.Line("order"u8, sale.OrderId)
            .Line("day"u8, sale.Day)
            .Line("total"u8, sale.Total.MinorUnits)
            .Line("remaining"u8, sale.Remaining.MinorUnits)
            .Line("vat"u8, sale.Vat is null ? "none" : string.Join(',', sale.Vat.Select(share => string.Join(
                ':', CanonicalText.Number(share.BasisPoints), CanonicalText.Number(share.Net.MinorUnits), CanonicalText.Number(share.Vat.MinorUnits)))))
            .Line("lines"u8, sale.Lines.Count);
        foreach (var line in sale.Lines)
        {
            form.Line("name"u8, line.Name)
                .Line("quantity"u8, line.Quantity)
                .Line("unit-price"u8, Units(line.UnitPrice))
                .Line("price-unit"u8, line.PriceUnit)
                .Line("cost"u8, line.Cost.MinorUnits)
                .Line("vat-rate"u8, line.VatBasisPoints is { } rate ? CanonicalText.Number(rate) : null);
        }
    }

    private static string? Units(Money? amount) => amount is { } known ? CanonicalText.Number(known.MinorUnits) : null;
}
