using System.Text;
using Market.Ledger.Amounts;
using Market.Ledger.Receipts;
using Market.Payments.Counter.ViewModels;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Receipts;

/// <summary>Writes a receipt as plain text, for a mail.</summary>
public sealed class ReceiptText(ReceiptWords words, IStringLocalizer<ReceiptText> S)
{
    public string Of(ReceiptViewModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (receipt, text) = (model.Receipt, new StringBuilder());
        foreach (var line in new[] { words.Duplicate(model), receipt.Seller.Name }
            .Concat(receipt.Seller.Address?.Split('\n') ?? [])
            .Concat(words.Numbers(receipt.Seller))
            .OfType<string>())
        {
            text.AppendLine(line);
        }

        text.AppendLine().AppendLine(words.Title(receipt)).AppendLine(model.Minute(receipt.Payments[^1].RecordedAt));
        foreach (var sale in receipt.Sales)
        {
            Add(text, model, sale);
        }

        if (receipt.Sales.Count == 0)
        {
            text.AppendLine().AppendLine(words.NoVat(receipt.Seller, null));
        }

        if (receipt.Deposits.Count > 0)
        {
            text.AppendLine().AppendLine(S["Deposits on packaging, without VAT"]);
            foreach (var deposit in receipt.Deposits)
            {
                Add(text, words.Deposit(deposit), deposit.Cost);
                if (words.Reversed(model, model.Proofs.GetValueOrDefault(deposit.OperationId)) is { } reversed)
                {
                    text.AppendLine("    " + reversed);
                }
            }
        }

        text.AppendLine();
        foreach (var payment in receipt.Payments)
        {
            var proof = model.Proofs.GetValueOrDefault(payment.OperationId);
            Add(text, $"{words.Payment(model, payment)}, {model.Minute(payment.RecordedAt)}", payment.Amount);
            text.AppendLine("    " + S["Code {0}", payment.OperationHash]);
            text.AppendLine("    " + (words.Reversed(model, proof) ?? words.Closing(proof)));
        }

        Add(text, S["Total"], receipt.Total());
        if (model.Link is { } link)
        {
            text.AppendLine().AppendLine(S["The receipt's page, for {0} days:", ReceiptLinks.Days]).AppendLine(link.ToString());
        }

        return text.ToString();
    }

    private void Add(StringBuilder text, ReceiptViewModel model, ReceiptSale sale)
    {
        text.AppendLine().AppendLine(words.Order(sale));
        foreach (var line in sale.Lines)
        {
            Add(text, $"{line.Name}, {words.Detail(line)}", line.Cost);
        }

        if (sale.Unexplained() is { IsZero: false } rest)
        {
            Add(text, S["Changed on the account"], rest);
        }

        Add(text, S["Total of the order"], sale.Total);
        foreach (var share in sale.Vat ?? [])
        {
            Add(text, words.Vat(share), share.Vat);
        }

        if (sale.Vat is null)
        {
            text.AppendLine("  " + words.NoVat(model.Receipt.Seller, sale));
        }

        foreach (var (label, amount) in words.Standing(model.Receipt, sale, model.Proofs))
        {
            Add(text, label, amount);
        }
    }

    private static void Add(StringBuilder text, string label, Money amount) => text.AppendLine($"  {label}: {amount.ForPeople()}");
}
