using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Models;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Stripe.Settlements;

/// <summary>Keeps settlement statements, in the session of its scope.</summary>
public sealed class SettlementStore(ISession session)
{
    public async Task<SettlementStatement?> FindAsync(string statementId) => await session
        .Query<SettlementStatement, SettlementIndex>(index => index.StatementId == statementId, StripeCollection.Name)
        .FirstOrDefaultAsync();

    /// <summary>All statements of a mode, the oldest first.</summary>
    public async Task<IReadOnlyList<SettlementStatement>> ListAllAsync(bool isLive) =>
        InOrder(await session.Query<SettlementStatement, SettlementIndex>(index => index.IsLive == isLive, StripeCollection.Name).ListAsync());

    /// <summary>The statements of a producer, the oldest first.</summary>
    public async Task<IReadOnlyList<SettlementStatement>> ListAsync(string producerId, bool isLive) =>
        InOrder(await session.Query<SettlementStatement, SettlementIndex>(index => index.ProducerId == producerId && index.IsLive == isLive, StripeCollection.Name).ListAsync());

    /// <summary>Those whose transfer is still to be made, the oldest first.</summary>
    public async Task<IReadOnlyList<SettlementStatement>> ListUnfinishedAsync()
    {
        string[] states = [nameof(SettlementState.Asked), nameof(SettlementState.Refused)];
        return [.. (await session.Query<SettlementStatement, SettlementIndex>(index => index.State.IsIn(states), StripeCollection.Name).ListAsync())
            .OrderBy(statement => statement.MadeAt)
            .ThenBy(statement => statement.Number)];
    }

    /// <summary>Those of which something may be taken back by now, or not.</summary>
    public async Task<IReadOnlyList<SettlementStatement>> ListInDoubtAsync() =>
        InOrder(await session.Query<SettlementStatement, SettlementIndex>(index => index.State == SettlementIndex.InDoubt, StripeCollection.Name).ListAsync());

    /// <summary>The producers for whom there are statements, of both modes.</summary>
    public async Task<IReadOnlyList<string>> ListProducerIdsAsync() =>
        [.. (await session.QueryIndex<SettlementIndex>(StripeCollection.Name).ListAsync()).Select(index => index.ProducerId).Distinct(StringComparer.Ordinal)];

    public Task<int> CountAsync() => session.QueryIndex<SettlementIndex>(StripeCollection.Name).CountAsync();

    /// <summary>The newest statements.</summary>
    public async Task<IReadOnlyList<SettlementStatement>> ListNewestAsync(int skip, int take) =>
    [
        .. await session.Query<SettlementStatement, SettlementIndex>(StripeCollection.Name)
            .OrderByDescending(index => index.MadeMilliseconds)
            .ThenByDescending(index => index.StatementId)
            .NoDuplicates()
            .Skip(skip)
            .Take(take)
            .ListAsync(),
    ];

    /// <summary>The orders that a statement takes account of.</summary>
    public async Task<IReadOnlyList<SettledOrder>> ListOrdersAsync(string statementId) => (await session
        .Query<StatementOrders, StatementOrdersIndex>(index => index.StatementId == statementId, StripeCollection.Name)
        .FirstOrDefaultAsync())?.Orders ?? [];

    public Task SaveAsync(StatementOrders orders) => session.SaveAsync(orders, collection: StripeCollection.Name);

    public Task SaveAsync(SettlementStatement statement) => session.SaveAsync(statement, checkConcurrency: true, StripeCollection.Name);

    private static List<SettlementStatement> InOrder(IEnumerable<SettlementStatement> statements) => [.. statements.OrderBy(statement => statement.Number)];
}
