using Market.Payments.Counter.Indexes;
using Market.Payments.Counter.Models;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Counter.Entries;

/// <summary>What was recorded of a member at the counter, visit by visit.</summary>
public sealed class CounterVisitData(ISession session, IStringLocalizer<CounterVisitData> S) : IPersonalData
{
    public string Name => "counterVisits";

    public string Label => S["Your visits at the counter: what was paid, taken and brought back"];

    public IReadOnlyList<string> SeenWith => [CounterRights.UseCounter, PaymentsRights.ViewBalances];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var records = await session.Query<CounterRecord, CounterRecordIndex>(index => index.AccountId == account.Id, CounterCollection.Name).ListAsync();
        return
        [
            .. records.OrderBy(record => record.RecordedUtc).Select(record => new
            {
                record.Kind,
                record.DistributionId,
                record.OrderId,
                Amount = record.Amount?.ToInvariantString(),
                Currency = record.Amount?.Currency.Code,
                record.Method,
                record.Bank,
                record.OperationIds,
                record.Refusal,
                RecordedAt = record.RecordedUtc,
                IsUndone = record.UndoneBy is not null,
            }),
        ];
    }
}
