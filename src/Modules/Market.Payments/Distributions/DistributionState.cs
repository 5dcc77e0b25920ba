using System.Data.Common;
using Market.Ledger;
using Market.Payments.Storage;
using OrchardCore.Modules;
using YesSql;

namespace Market.Payments.Distributions;

/// <summary>Keeps which distributions are closed, in the transaction of the unit of work, and tells the ledger.</summary>
public sealed class DistributionState(ISession session, DistributionTable table, StoreFault fault, IClock clock) : IDistributionState, IClosedDistributions
{
    // What this scope's transaction holds is asked of the database once.
    private readonly Dictionary<string, DistributionRow> _held = new(StringComparer.Ordinal);

    private readonly HashSet<string> _admitted = new(StringComparer.Ordinal);

    private DbTransaction? _heldIn;

    public async Task<DistributionClosure?> FindAsync(string distributionId) =>
        (await FindManyAsync([distributionId])).GetValueOrDefault(distributionId);

    public async Task<IReadOnlyDictionary<string, DistributionClosure>> FindManyAsync(IReadOnlyCollection<string> distributionIds)
    {
        ArgumentNullException.ThrowIfNull(distributionIds);
        var rows = distributionIds.Count == 0 ? [] : await table.ReadAsync(session, distributionIds);
        return rows.Select(row => row.Closure()).OfType<DistributionClosure>().ToDictionary(closure => closure.DistributionId, StringComparer.Ordinal);
    }

    public async Task<DistributionClosure?> HoldAsync(string distributionId) =>
        (await RowAsync(distributionId, table.ShareAsync)).Closure() is { } closure && !_admitted.Contains(distributionId) ? closure : null;

    public async Task<DistributionClosure?> AdmitLateAsync(string distributionId)
    {
        _admitted.Add(distributionId);
        return (await RowAsync(distributionId, table.ShareAsync)).Closure();
    }

    public async Task<DistributionClosure?> TakeAsync(string distributionId) => (await RowAsync(distributionId, table.TakeAsync)).Closure();

    public async Task<bool> IsClosedAsync(string distributionId) => await HoldAsync(distributionId) is not null;

    public Task<DistributionClosure?> CloseAsync(string distributionId, string userId) => fault.WatchAsync(async () =>
    {
        var row = await RowAsync(distributionId, table.TakeAsync);
        if (row.Closure() is not null)
        {
            return null;
        }

        row.Closings++;
        row.ClosedMilliseconds = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero).ToUnixTimeMilliseconds();
        row.ClosedBy = userId;
        await table.WriteAsync(_heldIn!, row);
        return row.Closure();
    });

    public Task<DistributionClosure?> ReopenAsync(string distributionId) => fault.WatchAsync(async () =>
    {
        var row = await RowAsync(distributionId, table.TakeAsync);
        if (row.Closure() is not { } closure)
        {
            return null;
        }

        row.ClosedMilliseconds = null;
        row.ClosedBy = null;
        await table.WriteAsync(_heldIn!, row);
        return closure;
    });

    private Task<DistributionRow> RowAsync(string distributionId, Func<DbTransaction, string, Task<DistributionRow>> readAsync)
    {
        ArgumentException.ThrowIfNullOrEmpty(distributionId);
        return fault.WatchAsync(async () =>
        {
            var transaction = session.CurrentTransaction ?? await BeginAsync();
            if (!ReferenceEquals(transaction, _heldIn))
            {
                _heldIn = transaction;
                _held.Clear();
            }

            return _held.TryGetValue(distributionId, out var held) ? held : _held[distributionId] = await readAsync(transaction, distributionId);
        });
    }

    private async Task<DbTransaction> BeginAsync()
    {
        await session.FlushAsync();
        return await session.BeginTransactionAsync();
    }
}
