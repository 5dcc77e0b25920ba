using Market.Ledger.Pending;
using Market.Payments.Indexes;
using Market.Payments.Models;
using Market.Payments.Storage;
using YesSql;

namespace Market.Payments.Statements;

public sealed class PendingPaymentList(ISession session) : IAnnouncedPayments
{
    private const string Announced = nameof(PendingState.Announced);

    public Task<IReadOnlyList<PendingPayment>> ListAsync() =>
        ReadAsync(session.Query<PendingPaymentDocument, PendingPaymentIndex>(index => index.State == Announced, LedgerCollection.Name));

    public Task<IReadOnlyList<PendingPayment>> ListAsync(string accountId) =>
        ReadAsync(session.Query<PendingPaymentDocument, PendingPaymentIndex>(
            index => index.State == Announced && index.AccountId == accountId, LedgerCollection.Name));

    public async Task<PendingPayment?> FindAsync(string accountId, string id) =>
        (await ListAsync(accountId)).FirstOrDefault(payment => payment.Id == id);

    private static async Task<IReadOnlyList<PendingPayment>> ReadAsync(IQuery<PendingPaymentDocument, PendingPaymentIndex> query) =>
        [.. (await query.OrderBy(index => index.AnnouncedOn).NoDuplicates().ListAsync()).Select(document => document.Payment)];
}
