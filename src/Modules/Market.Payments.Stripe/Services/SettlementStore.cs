using Market.Payments.Stripe.Indexes;
using Market.Payments.Stripe.Models;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Stripe.Services;

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

    /// <summary>Those that Stripe has not answered.</summary>
    public async Task<IReadOnlyList<SettlementStatement>> ListAskedAsync()
    {
        var asked = nameof(SettlementState.Asked);
        return InOrder(await session.Query<SettlementStatement, SettlementIndex>(index => index.State == asked, StripeCollection.Name).ListAsync());
    }

    /// <summary>The newest statements.</summary>
    public async Task<IReadOnlyList<SettlementStatement>> ListNewestAsync(int take) =>
    [
        .. await session.Query<SettlementStatement, SettlementIndex>(StripeCollection.Name)
            .OrderByDescending(index => index.MadeMilliseconds)
            .ThenByDescending(index => index.StatementId)
            .NoDuplicates()
            .Take(take)
            .ListAsync(),
    ];

    public Task SaveAsync(SettlementStatement statement) => session.SaveAsync(statement, checkConcurrency: true, StripeCollection.Name);

    private static List<SettlementStatement> InOrder(IEnumerable<SettlementStatement> statements) => [.. statements.OrderBy(statement => statement.Number)];
}
