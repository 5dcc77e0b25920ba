using Market.Payments.Counter.Entries;
using Market.Payments.Counter.Indexes;
using Market.Payments.Counter.Models;
using YesSql;

namespace Market.Payments.Counter.Receipts;

/// <summary>
/// What somebody paid and was given back while they stood at the counter: the money of one account at one distribution, on one day of the
/// market, that is not undone.
/// </summary>
public sealed class CounterVisit(CounterRecords records, ISession session, IMarketCalendar calendar)
{
    /// <summary>The entry with this id, where the server has it and took it.</summary>
    public async Task<CounterRecord?> FindAsync(string entryId) => await records.FindAsync(entryId) is { } record && record.IsTaken() ? record : null;

    /// <summary>The money of the visit that an entry belongs to, in the order in which it was taken.</summary>
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
                .Where(record => record.Method is not null && Day(record) == Day(entry))
                .OrderBy(record => record.Place),
        ];

        DateOnly Day(CounterRecord record) =>
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(record.RecordedUtc, DateTimeKind.Utc), zone));
    }
}
