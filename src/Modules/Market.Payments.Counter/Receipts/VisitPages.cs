using Market.Ledger.Methods;
using Market.Ledger.Receipts;
using Market.Payments.Counter.Models;
using Market.Payments.Counter.ViewModels;

namespace Market.Payments.Counter.Receipts;

/// <summary>Gathers what a receipt of a visit would say, before it is issued.</summary>
public sealed class VisitPages(
    CounterVisit visits,
    ReceiptStore store,
    IPostedOperations operations,
    ReceiptWords words,
    IEnumerable<IPaymentMethod> methods)
{
    public async Task<VisitViewModel> ShowAsync(CounterRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var visit = await visits.ListAsync(entry);
        var known = await store.FindNumbersAsync([.. visit.SelectMany(record => record.OperationIds)]);
        var names = methods.ToDictionary(method => method.Name, method => method.Label, StringComparer.Ordinal);
        var open = visit.Where(record => record.OperationIds.All(id => !known.ContainsKey(id))).ToList();

        var posted = await operations.FindAsync(entry.AccountId, [.. open.Where(record => record.Method is null).SelectMany(record => record.OperationIds)]);
        var deposits = posted.Where(found => found.Reversal is null).Select(found => ReceiptDeposit.Of(found.Operation)).OfType<ReceiptDeposit>();

        // Of what was paid since the last receipt there is one more; of all else it is there.
        return new VisitViewModel
        {
            EntryId = entry.EntryId,
            Number = entry.OperationIds.Where(known.ContainsKey).Select(id => (long?)known[id]).Max(),
            Lines = [.. open.Where(record => record.Method is not null).Select(record => (names.GetValueOrDefault(record.Method!) ?? record.Method!, Shown(record)))],
            Deposits = [.. deposits.Select(deposit => (words.Deposit(deposit), deposit.Cost.ForPeople()))],
        };
    }

    private static string Shown(CounterRecord record) => record.Amount is { } amount ? amount.ForPeople() : string.Empty;
}
