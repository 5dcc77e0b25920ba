using Market.Payments.Counter.Entries;
using Market.Payments.Counter.Indexes;
using Market.Payments.Counter.Models;
using YesSql;

namespace Market.Payments.Counter.Receipts;

/// <summary>
/// What was recorded while somebody stood at the counter, what they paid and the deposits on packaging among it: the entries of one account at
/// one distribution, on one day of the market, that are not undone.
/// </summary>
public sealed class CounterVisit(CounterRecords records, ISession session, IMarketCalendar calendar)
{
    /// <summary>The entry with this id, where the server has it and took it.</summary>
    public async Task<CounterRecord?> FindAsync(string entryId) => await records.FindAsync(entryId) is { } record && record.IsTaken() ? record : null;

    /// <summary>What was recorded in the visit that an entry belongs to, in the order in which it was taken.</summary>
    public async Task<IReadOnlyList<CounterRecord>> ListAsync(CounterRecord entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (accountId, distributionId, zone) = (entry.AccountId, entry.DistributionId, await calendar.GetZoneAsync());
        return
        [
            .. (await session
                .Query<CounterRecord, CounterRecordIndex>(
                    index => index.AccountId == accountId && index.DistributionId == distributionId && index.Stands, CounterCollection.Name)
                .ListAsync())
                .Where(record => Day(record) == Day(entry))
                .OrderBy(record => record.Place),
        ];

        DateOnly Day(CounterRecord record) =>
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(record.RecordedUtc, DateTimeKind.Utc), zone));
    }
}
