using Market.Ledger.Methods;
using Market.Payments.Counter.Models;
using Market.Payments.Counter.ViewModels;

namespace Market.Payments.Counter.Receipts;

/// <summary>Gathers what a receipt of a visit would say, before it is issued.</summary>
public sealed class VisitPages(CounterVisit visits, ReceiptStore store, IEnumerable<IPaymentMethod> methods)
{
    public async Task<VisitViewModel> ShowAsync(CounterRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var visit = await visits.ListAsync(entry);
        var known = await store.FindNumbersAsync([.. visit.SelectMany(record => record.OperationIds)]);
        var names = methods.ToDictionary(method => method.Name, method => method.Label, StringComparer.Ordinal);
        var open = visit.Where(record => record.OperationIds.All(id => !known.ContainsKey(id))).ToList();

        // Of what was paid since the last receipt there is one more; of all else it is there.
        return new VisitViewModel
        {
            EntryId = entry.EntryId,
            Number = entry.OperationIds.Where(known.ContainsKey).Select(id => (long?)known[id]).Max(),
            Lines = [.. open.Select(record => (names.GetValueOrDefault(record.Method!) ?? record.Method!, Shown(record)))],
        };
    }

    private static string Shown(CounterRecord record) => record.Amount is { } amount ? amount.ForPeople() : string.Empty;
}
