using Market.Payments.Banking.Indexes;
using Market.Payments.Banking.Models;
using YesSql;

namespace Market.Payments.Banking.Cheques;

/// <summary>
/// Forgets who wrote the cheques of a client whose account is closed, and all cheques of one who is removed, which only an account without
/// operations is. A slip's lines name no person.
/// </summary>
public sealed class ChequeErasure(ISession session, ChequeStore store) : IAccountObserver
{
    public async Task ClosedAsync(string accountId)
    {
        foreach (var document in await OfAsync(accountId))
        {
            if (document.Cheque.Drawer is not null)
            {
                await store.SaveAsync(document, document.Cheque with { Drawer = null });
            }
        }
    }

    public async Task RemovedAsync(string accountId)
    {
        foreach (var document in await OfAsync(accountId))
        {
            session.Delete(document, BankingCollection.Name);
        }
    }

    private async Task<IEnumerable<ChequeDocument>> OfAsync(string accountId)
    {
        await store.LockAsync();
        return await session.Query<ChequeDocument, ChequeIndex>(index => index.AccountId == accountId, BankingCollection.Name).ListAsync();
    }
}
