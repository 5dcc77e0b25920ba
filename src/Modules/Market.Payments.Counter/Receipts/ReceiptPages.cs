using System.Globalization;
using Market.Ledger.Methods;
using Market.Payments.Counter.Models;
using Market.Payments.Counter.ViewModels;

namespace Market.Payments.Counter.Receipts;

/// <summary>Gathers what the pages and the mail of a receipt show.</summary>
public sealed class ReceiptPages(
    ReceiptStore store,
    ReceiptLinks links,
    IPostedOperations operations,
    IEnumerable<IPaymentMethod> methods,
    IMarketCalendar calendar)
{
    /// <summary>The receipt with this number, if there is one.</summary>
    /// <param name="number">As the address has it.</param>
    public async Task<ReceiptDocument?> FindAsync(string? number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? await store.FindAsync(known) : null;

    public async Task<ReceiptViewModel> ShowAsync(ReceiptDocument document, ReceiptHandout? handout = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var receipt = document.Receipt;
        var handouts = await store.ListHandoutsAsync(receipt.Number);
        var posted = await operations.FindAsync(receipt.AccountId, [.. receipt.Payments.Select(payment => payment.OperationId), .. receipt.Deposits.Select(deposit => deposit.OperationId)]);
        return new ReceiptViewModel
        {
            Receipt = receipt,
            Proofs = posted.ToDictionary(proof => proof.Operation.Id, StringComparer.Ordinal),
            MethodNames = methods.ToDictionary(method => method.Name, method => method.Label, StringComparer.Ordinal),
            Zone = await calendar.GetZoneAsync(),
            Handout = handout,
            Handouts = handouts,
            Link = await links.FindAsync(document, handouts),
        };
    }
}
