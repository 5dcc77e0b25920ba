using System.Globalization;
using System.Text;
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
    public static string Of(IssuedReceipt receipt) => CanonicalText.Hash(Canonical(receipt));

    /// <summary>The text that is hashed: every field but <see cref="IssuedReceipt.Hash"/>, in one fixed order.</summary>
    public static string Canonical(IssuedReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var text = new StringBuilder(receipt.Deposits.Count == 0 ? Format : FormatWithDeposits).Append('\n')
            .Line("number", receipt.Number)
            .Line("account", receipt.AccountId)
            .Line("seller", receipt.Seller.Name)
            .Line("address", receipt.Seller.Address)
            .Line("siret", receipt.Seller.Siret)
            .Line("vat-number", receipt.Seller.VatNumber)
            .Line("vat-sentence", receipt.Seller.VatSentence)
            .Line("currency", receipt.Payments[0].Amount.Currency.Code)
            .Line("payments", receipt.Payments.Count)
            .Line("sales", receipt.Sales.Count);
        if (receipt.Deposits.Count > 0)
        {
            text.Line("deposits", receipt.Deposits.Count);
        }

        foreach (var payment in receipt.Payments)
        {
            text.Line("operation", payment.OperationId)
                .Line("operation-hash", payment.OperationHash)
                .Line("method", payment.Method)
                .Line("amount", payment.Amount.MinorUnits)
                .Line("recorded-at", payment.RecordedAt);
        }

        foreach (var sale in receipt.Sales)
        {
            Add(text, sale);
        }

        foreach (var deposit in receipt.Deposits)
        {
            text.Line("deposit", deposit.OperationId)
                .Line("deposit-hash", deposit.OperationHash)
                .Line("returnable", deposit.ReturnableId)
                .Line("words", deposit.Words)
                .Line("count", deposit.Count)
                .Line("deposit-cost", deposit.Cost.MinorUnits)
                .Line("deposit-recorded-at", deposit.RecordedAt);
        }

        return text
            .Line("issued-at", receipt.IssuedAt)
            .Line("issued-by", receipt.IssuedBy)
            .Line("previous", receipt.PreviousHash)
            .ToString();
    }

    private static void Add(StringBuilder text, ReceiptSale sale)
    {
        text.Line("order", sale.OrderId)
            .Line("day", sale.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Line("total", sale.Total.MinorUnits)
            .Line("remaining", sale.Remaining.MinorUnits)
            .Line("vat", sale.Vat is null ? "none" : string.Join(',', sale.Vat.Select(share => string.Join(
                ':', CanonicalText.Number(share.BasisPoints), CanonicalText.Number(share.Net.MinorUnits), CanonicalText.Number(share.Vat.MinorUnits)))))
            .Line("lines", sale.Lines.Count);
        foreach (var line in sale.Lines)
        {
            text.Line("name", line.Name)
                .Line("quantity", line.Quantity)
                .Line("unit-price", Units(line.UnitPrice))
                .Line("price-unit", line.PriceUnit)
                .Line("cost", line.Cost.MinorUnits)
                .Line("vat-rate", line.VatBasisPoints is { } rate ? CanonicalText.Number(rate) : null);
        }
    }

    private static string? Units(Money? amount) => amount is { } known ? CanonicalText.Number(known.MinorUnits) : null;
}
