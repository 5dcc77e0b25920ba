using Market.Payments.Counter.Models;

namespace Market.Payments.Counter.Entries;

/// <summary>Which orders of a distribution were handed over, by what was marked last. Pure.</summary>
public static class CollectedOrders
{
    /// <summary>The ids of the orders.</summary>
    /// <param name="records">What became of the distribution's entries, in any order.</param>
    public static IReadOnlySet<string> Of(IEnumerable<CounterRecord> records) => records
        .Where(record => record.Kind == CollectedAction.Name && record.IsTaken() && record.UndoneBy is null)
        .GroupBy(record => record.OrderId!, StringComparer.Ordinal)
        .Where(marks => marks.MaxBy(mark => mark.Place)!.ToTaken().Data.Flag(CollectedAction.Name) is true)
        .Select(marks => marks.Key)
        .ToHashSet(StringComparer.Ordinal);
}
