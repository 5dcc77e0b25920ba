using Market.Ledger;
using Market.Ledger.Closings;
using Market.Payments.Indexes;
using Market.Payments.Storage;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Statements;

public sealed class PostedOperations(ISession session) : IPostedOperations
{
    private const int BatchSize = 500;

    public async Task<IReadOnlyList<PostedOperation>> FindAsync(string accountId, IReadOnlyCollection<string> operationIds)
    {
        if (operationIds.Count == 0)
        {
            return [];
        }

        var found = await ListAsync(session.Query<Operation, OperationIndex>(
            index => index.AccountId == accountId && index.OperationId.IsIn(operationIds), LedgerCollection.Name));
        var ids = found.Select(operation => operation.Id).ToArray();
        var reversals = ids.Length == 0 ? [] : await ListAsync(session.Query<Operation, OperationIndex>(
            index => index.AccountId == accountId && index.Reverses.IsIn(ids), LedgerCollection.Name));
        var posted = new List<PostedOperation>(found.Count);
        foreach (var operation in found)
        {
            posted.Add(new PostedOperation(operation, reversals.FirstOrDefault(reversal => reversal.Reverses == operation.Id), await ClosingOfAsync(operation.RecordedAt)));
        }

        return posted;
    }

    public async Task<IReadOnlyDictionary<string, Operation>> FindManyAsync(IReadOnlyCollection<string> operationIds) => operationIds.Count == 0
        ? new Dictionary<string, Operation>()
        : (await ListAsync(session.Query<Operation, OperationIndex>(index => index.OperationId.IsIn(operationIds), LedgerCollection.Name)))
            .ToDictionary(operation => operation.Id, StringComparer.Ordinal);

    public async Task<IReadOnlySet<string>> FindReversedAsync(IEnumerable<string> operationIds)
    {
        var reversed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var guards in operationIds.Select(OperationIndex.GuardOf).Chunk(BatchSize))
        {
            var reversals = await session.QueryIndex<OperationIndex>(index => index.ReversalGuard.IsIn(guards), LedgerCollection.Name).ListAsync();
            reversed.UnionWith(reversals.Select(reversal => reversal.Reverses!));
        }

        return reversed;
    }

    public async Task<IReadOnlyList<Operation>> OfOrderAsync(string accountId, string orderId)
    {
        var named = await ListAsync(session.Query<Operation, OperationIndex>(
            index => index.AccountId == accountId && index.OrderId == orderId, LedgerCollection.Name));
        var debits = named.Where(operation => operation.Kind is OperationKind.Order).Select(operation => operation.Id).ToHashSet(StringComparer.Ordinal);
        return [.. named.Where(operation => debits.Contains(operation.Reverses ?? operation.Id))];
    }

    private async Task<Closing?> ClosingOfAsync(DateTimeOffset recordedAt)
    {
        var (kind, recorded) = (nameof(ClosingKind.Daily), recordedAt.ToUnixTimeMilliseconds());
        return await session
            .Query<Closing, ClosingIndex>(index => index.Kind == kind && index.EndMilliseconds > recorded, LedgerCollection.Name)
            .OrderBy(index => index.EndMilliseconds)
            .FirstOrDefaultAsync() is { } closing && closing.Period.Contains(recordedAt)
            ? closing
            : null;
    }

    private static async Task<IReadOnlyList<Operation>> ListAsync(IQuery<Operation, OperationIndex> query) =>
        [.. await query.OrderBy(index => index.Sequence).NoDuplicates().ListAsync()];
}
