using System.Globalization;
using Market.Ledger.Pending;
using Market.Payments.Indexes;
using Market.Payments.Models;
using Market.Payments.Storage;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Statements;

public sealed class PendingPaymentList(ISession session, LedgerTables tables) : IAnnouncedPayments
{
    private const string Announced = nameof(PendingState.Announced);

    public async Task<IReadOnlyList<PendingPayment>> ListAsync(int skip, int take) =>
    [
        .. (await Sorted(session.Query<PendingPaymentDocument, PendingPaymentIndex>(index => index.State == Announced, LedgerCollection.Name))
            .Skip(skip)
            .Take(take)
            .ListAsync()).Select(document => document.Payment),
    ];

    public async Task<int> CountAsync(DateOnly? until = null) => (int)(await tables.QueryAsync<long>(
        session,
        $"SELECT COUNT(*) FROM {tables.PendingPayments} p WHERE p.[State] = @announced AND p.[AnnouncedOn] <= @until",
        new { announced = Announced, until = (until ?? DateOnly.MaxValue).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) })).Single();

    public Task<IReadOnlyList<PendingPayment>> ListAsync(string accountId) =>
        ReadAsync(session.Query<PendingPaymentDocument, PendingPaymentIndex>(
            index => index.State == Announced && index.AccountId == accountId, LedgerCollection.Name));

    public async Task<PendingPayment?> FindAsync(string accountId, string id) =>
        (await ListAsync(accountId)).FirstOrDefault(payment => payment.Id == id);

    public async Task<IReadOnlyList<PendingPayment>> FindManyAsync(IReadOnlyCollection<string> ids) => ids.Count == 0
        ? []
        : await ReadAsync(session.Query<PendingPaymentDocument, PendingPaymentIndex>(
            index => index.State == Announced && index.PendingPaymentId.IsIn(ids), LedgerCollection.Name));

    private static async Task<IReadOnlyList<PendingPayment>> ReadAsync(IQuery<PendingPaymentDocument, PendingPaymentIndex> query) =>
        [.. (await Sorted(query).ListAsync()).Select(document => document.Payment)];

    private static IQuery<PendingPaymentDocument> Sorted(IQuery<PendingPaymentDocument, PendingPaymentIndex> query) =>
        query.OrderBy(index => index.AnnouncedOn).ThenBy(index => index.PendingPaymentId).NoDuplicates();
}
