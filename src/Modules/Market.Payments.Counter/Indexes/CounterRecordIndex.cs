using Market.Payments.Counter.Entries;
using Market.Payments.Counter.Models;
using YesSql.Indexes;

namespace Market.Payments.Counter.Indexes;

/// <summary>Finds what became of entries, and keeps by its unique column that none is taken twice.</summary>
public sealed class CounterRecordIndex : MapIndex
{
    /// <summary>Unique.</summary>
    public string EntryId { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;

    public string DistributionId { get; set; } = string.Empty;

    public int Place { get; set; }

    /// <summary>Whether it was taken, posted something, and holds: neither undone nor undoing.</summary>
    public bool Stands { get; set; }

    /// <summary>The issuing bank of a cheque.</summary>
    public string? Bank { get; set; }
}

/// <summary>Fills <see cref="CounterRecordIndex"/>.</summary>
public sealed class CounterRecordIndexProvider : IndexProvider<CounterRecord>
{
    public CounterRecordIndexProvider() => CollectionName = CounterCollection.Name;

    public override void Describe(DescribeContext<CounterRecord> context) => context
        .For<CounterRecordIndex>()
        .Map(record => new CounterRecordIndex
        {
            EntryId = record.EntryId,
            AccountId = record.AccountId,
            DistributionId = record.DistributionId,
            Place = record.Place,
            Stands = record.IsTaken() && record.UndoneBy is null && record.Kind != UndoDesk.Kind && record.OperationIds.Count > 0,
            Bank = record.IsTaken() ? record.Bank : null,
        });
}
