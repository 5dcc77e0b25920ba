using System.Linq.Expressions;
using Market.Ledger.Accounts;
using Market.Ledger.Pending;
using Market.Payments.Indexes;
using Market.Payments.Models;
using YesSql;

namespace Market.Payments.Storage;

/// <summary>Pending payments as documents, their sum in the account's row, both in the session's transaction.</summary>
public sealed class YesSqlPendingPaymentStore(
    ISession session,
    LedgerTables tables,
    StoreFault fault,
    IEnumerable<IBooksObserver> observers,
    PaymentObservers payments) : IPendingPaymentStore
{
    public async Task<PendingPayment?> FindPendingByKeyAsync(string idempotencyKey)
    {
        var hash = KeyHash.Of(idempotencyKey);
        return (await FirstAsync(index => index.KeyHash == hash))?.Payment;
    }

    public async Task<PendingPayment?> FindPendingAsync(string id) => (await FirstAsync(index => index.PendingPaymentId == id))?.Payment;

    public Task AddPendingAsync(PendingPayment payment, AccountHead after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return fault.WatchAsync(async () =>
        {
            await session.SaveAsync(new PendingPaymentDocument { Payment = payment }, checkConcurrency: false, LedgerCollection.Name);
            return await KeepSumAsync(payment, after);
        });
    }

    public Task SettlePendingAsync(PendingPayment payment, AccountHead after)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(after);
        return fault.WatchAsync(async () =>
        {
            var document = await FirstAsync(index => index.PendingPaymentId == payment.Id);
            if (document?.Payment.State is not PendingState.Announced)
            {
                throw new InvalidOperationException($"Pending payment {payment.Id} is not announced: it is received or cancelled once.");
            }

            document.Payment = payment;
            await session.SaveAsync(document, checkConcurrency: true, LedgerCollection.Name);
            return await KeepSumAsync(payment, after);
        });
    }

    private async Task<int> KeepSumAsync(PendingPayment payment, AccountHead after)
    {
        var transaction = await session.BeginTransactionAsync();
        var changed = await tables.ExecuteAsync(
            transaction,
            $"UPDATE {tables.Accounts} SET [Pending] = @pending WHERE [AccountId] = @accountId",
            new { pending = after.Pending, accountId = after.AccountId });
        foreach (var observer in observers)
        {
            await observer.PendingAsync(payment);
        }

        await session.FlushAsync();
        await payments.PendingAsync(payment);
        return changed;
    }

    private Task<PendingPaymentDocument?> FirstAsync(Expression<Func<PendingPaymentIndex, bool>> predicate) =>
        fault.WatchAsync<PendingPaymentDocument?>(async () =>
            await session.Query<PendingPaymentDocument, PendingPaymentIndex>(predicate, collection: LedgerCollection.Name).FirstOrDefaultAsync());
}
