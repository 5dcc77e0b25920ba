using Market.Ledger;
using Market.Payments.Indexes;
using Market.Payments.Models;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Services;

/// <summary>Reads payments that are announced and neither received nor cancelled, the oldest first.</summary>
public sealed class PendingPaymentList(ISession session)
{
    private const string Announced = nameof(PendingState.Announced);

    public Task<IReadOnlyList<PendingPayment>> ListAsync() =>
        ReadAsync(session.Query<PendingPaymentDocument, PendingPaymentIndex>(index => index.State == Announced, LedgerCollection.Name));

    public Task<IReadOnlyList<PendingPayment>> ListAsync(string accountId) =>
        ReadAsync(session.Query<PendingPaymentDocument, PendingPaymentIndex>(
            index => index.State == Announced && index.AccountId == accountId, LedgerCollection.Name));

    /// <summary>The announced payment of this account with this id, if there is one.</summary>
    public async Task<PendingPayment?> FindAsync(string accountId, string id) =>
        (await ListAsync(accountId)).FirstOrDefault(payment => payment.Id == id);

    private static async Task<IReadOnlyList<PendingPayment>> ReadAsync(IQuery<PendingPaymentDocument, PendingPaymentIndex> query) =>
        [.. (await query.OrderBy(index => index.AnnouncedOn).NoDuplicates().ListAsync()).Select(document => document.Payment)];
}
