using Market.Ledger.Cheques;
using Market.Payments.Banking.Indexes;
using Market.Payments.Banking.Models;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace Market.Payments.Banking.Cheques;

/// <summary>Keeps cheques and deposit slips. What is to be changed is read once the head is locked, in the session of the unit of work.</summary>
public sealed class ChequeStore(ISession session, ChequeTables tables, IClock clock)
{
    private static readonly string[] InHand = [nameof(ChequeState.Ahead), nameof(ChequeState.InHand)];

    /// <summary>Has other changes wait until this transaction ends.</summary>
    /// <returns>The number of the last slip.</returns>
    public Task<long> LockAsync() => tables.LockAsync();

    public Task<ChequeDocument?> FindAsync(string id) => FirstAsync(Cheques().Where(index => index.ChequeId == id));

    public Task<ChequeDocument?> FindByOperationAsync(string operationId) => FirstAsync(Cheques().Where(index => index.OperationId == operationId));

    public Task<ChequeDocument?> FindByPendingAsync(string pendingPaymentId) => FirstAsync(Cheques().Where(index => index.PendingPaymentId == pendingPaymentId));

    public async Task<IReadOnlyList<ChequeDocument>> FindManyAsync(IReadOnlyCollection<string> ids) =>
        ids.Count == 0 ? [] : [.. await Sorted(Cheques().Where(index => index.ChequeId.IsIn(ids))).ListAsync()];

    public async Task<IReadOnlyList<ChequeDocument>> OfSlipAsync(long number) => [.. await Sorted(Cheques().Where(index => index.Slip == number)).ListAsync()];

    /// <summary>The newest cheques of an account.</summary>
    public async Task<IReadOnlyList<Cheque>> OfAccountAsync(string accountId, int take) =>
        Read(await Cheques().Where(index => index.AccountId == accountId).OrderByDescending(index => index.BankDay).ThenByDescending(index => index.ChequeId).Take(take).ListAsync());

    /// <summary>The cheques in hand, those that go to the bank first.</summary>
    public async Task<IReadOnlyList<Cheque>> InHandAsync(int take) => Read(await Sorted(Cheques().Where(index => index.State.IsIn(InHand))).Take(take).ListAsync());

    /// <summary>Those handed over in advance that are not credited yet.</summary>
    public async Task<IReadOnlyList<ChequeDocument>> AheadAsync()
    {
        var ahead = nameof(ChequeState.Ahead);
        return [.. await Sorted(Cheques().Where(index => index.State == ahead)).ListAsync()];
    }

    public Task SaveAsync(ChequeDocument document, Cheque cheque)
    {
        document.Cheque = cheque;
        return session.SaveAsync(document, checkConcurrency: false, BankingCollection.Name);
    }

    public Task AddAsync(Cheque cheque) => SaveAsync(new ChequeDocument(), cheque);

    public Task<SlipDocument?> FindSlipAsync(long number) => FirstAsync(Slips().Where(index => index.Number == number));

    public Task<SlipDocument?> FindSlipByKeyAsync(string formKey) => FirstAsync(Slips().Where(index => index.FormKey == formKey));

    public async Task<IReadOnlyList<DepositSlip>> SlipsAsync(int skip, int take) =>
        [.. (await Slips().OrderByDescending(index => index.Number).Skip(skip).Take(take).ListAsync()).Select(document => document.Slip)];

    /// <summary>Those that have not been to the bank, the oldest first.</summary>
    public async Task<IReadOnlyList<DepositSlip>> OpenSlipsAsync() =>
        [.. (await Slips().Where(index => index.IsBanked == false).OrderBy(index => index.Number).ListAsync()).Select(document => document.Slip).Where(slip => slip.Lines.Count > 0)];

    public Task<int> CountSlipsAsync() => Slips().CountAsync();

    /// <summary>All slips by their numbers, each with its cheques as they stand, which the session lets go of.</summary>
    /// <param name="pageSize">How many are read at once.</param>
    public async IAsyncEnumerable<(SlipDocument Slip, IReadOnlyList<Cheque> Cheques)> AllSlipsAsync(int pageSize)
    {
        for (long last = 0; ;)
        {
            var after = last;
            var page = (await Slips().Where(index => index.Number > after).OrderBy(index => index.Number).Take(pageSize).ListAsync()).ToList();
            foreach (var document in page)
            {
                var cheques = await OfSlipAsync(document.Slip.Number);
                session.Detach(document, BankingCollection.Name);
                foreach (var cheque in cheques)
                {
                    session.Detach(cheque, BankingCollection.Name);
                }

                yield return (document, Read(cheques));
                last = document.Slip.Number;
            }

            if (page.Count < pageSize)
            {
                yield break;
            }
        }
    }

    /// <summary>Keeps a slip as it is now, and that it changed: also where only one of its cheques did.</summary>
    public Task SaveAsync(SlipDocument document, DepositSlip slip)
    {
        ArgumentNullException.ThrowIfNull(document);
        (document.Slip, document.ChangedUtc) = (slip, clock.UtcNow);
        return session.SaveAsync(document, checkConcurrency: false, BankingCollection.Name);
    }

    public async Task AddAsync(DepositSlip slip)
    {
        await SaveAsync(new SlipDocument(), slip);
        await tables.NumberAsync(slip.Number);
    }

    private IQuery<ChequeDocument, ChequeIndex> Cheques() => session.Query<ChequeDocument, ChequeIndex>(BankingCollection.Name);

    private IQuery<SlipDocument, SlipIndex> Slips() => session.Query<SlipDocument, SlipIndex>(BankingCollection.Name);

    private static IQuery<ChequeDocument> Sorted(IQuery<ChequeDocument, ChequeIndex> query) =>
        query.OrderBy(index => index.BankDay).ThenBy(index => index.ChequeId).NoDuplicates();

    private static async Task<T?> FirstAsync<T>(IQuery<T> query)
        where T : class => await query.FirstOrDefaultAsync();

    private static List<Cheque> Read(IEnumerable<ChequeDocument> documents) => [.. documents.Select(document => document.Cheque)];
}
