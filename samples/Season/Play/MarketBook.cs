using System.Globalization;
using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.InMemory;
using Market.Ledger.Postings;

namespace Market.Samples.Play;

/// <summary>The market's ledger in memory, with its clock and its terms. It throws at an answer that the season does not mean to get.</summary>
internal sealed class MarketBook : IMarketTerms
{
    private static readonly MarketTerms Terms = new(true, Currency.Euro, SampleMethod.Offered, Euros.Of(-150_00));

    private readonly Ledger.Ledger _ledger;

    private int _ids;

    private int _keys;

    public MarketBook()
    {
        Store = new InMemoryLedgerStore(Currency.Euro);
        _ledger = new Ledger.Ledger(Store, this, () => $"op-{(++_ids).ToString("000000", CultureInfo.InvariantCulture)}", () => Now);
    }

    public InMemoryLedgerStore Store { get; }

    /// <summary>The season's clock.</summary>
    public DateTime Now { get; set; }

    /// <summary>How many orders the floor has refused.</summary>
    public int RefusedOrders { get; private set; }

    /// <summary>How many requests came twice and were posted once.</summary>
    public int Repeated { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(Now);

    public ValueTask<MarketTerms> GetAsync() => ValueTask.FromResult(Terms);

    public async Task<AccountHead> HeadAsync(Member member) =>
        await Store.LockAsync(member.AccountId) ?? throw new InvalidOperationException($"{member.Number} has no account.");

    public async Task<long> CentsAsync(Member member) => (await HeadAsync(member)).Balance.MinorUnits;

    public async Task<Operation> PostAsync(
        Member member, OperationKind kind, long cents, string? method = null, string? orderId = null, string? memo = null, string? cheque = null)
    {
        var posting = new Posting
        {
            AccountId = member.AccountId,
            Kind = kind,
            Amount = Euros.Of(cents),
            Method = method,
            OrderId = orderId,
            Memo = memo,
            Details = cheque is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["cheque-number"] = cheque },
            OccurredOn = Today,
            RecordedBy = "treasurer",
            IdempotencyKey = NextKey(),
        };
        var operation = Posted(await _ledger.PostAsync(posting));
        if (_keys % 40 == 0)
        {
            // A double tap: the same key with the same content posts nothing more.
            Repeated += await _ledger.PostAsync(posting) is PostingResult.AlreadyPosted again && again.Operation == operation
                ? 1
                : throw new InvalidOperationException("A repeated posting was not recognised.");
        }

        return operation;
    }

    /// <summary>Brings an order to its total.</summary>
    /// <returns>Whether the floor allowed it.</returns>
    public async Task<bool> OrderAsync(Member member, string orderId, string distribution, long cents, string? memo = null)
    {
        var result = await _ledger.SetOrderDebitAsync(new OrderDebit
        {
            AccountId = member.AccountId,
            OrderId = orderId,
            DistributionId = distribution,
            Total = Euros.Of(cents),
            Memo = memo,
            OccurredOn = Today,
            RecordedBy = "site",
            IdempotencyKey = NextKey(),
        });
        Tick();
        if (result is PostingResult.Refused { Refusal.Reason: RefusalReason.BelowFloor })
        {
            RefusedOrders++;
            return false;
        }

        return result.IsSettled ? true : throw new InvalidOperationException($"An order was refused: {result}");
    }

    public async Task<Operation> ReverseAsync(Operation operation, string reason) => Posted(await _ledger.ReverseAsync(new ReversalRequest
    {
        AccountId = operation.AccountId,
        OperationId = operation.Id,
        Reason = reason,
        OccurredOn = Today,
        RecordedBy = "treasurer",
        IdempotencyKey = NextKey(),
    }));

    private Operation Posted(PostingResult result)
    {
        Tick();
        return result is PostingResult.Posted posted ? posted.Operation : throw new InvalidOperationException($"Not posted: {result}");
    }

    private void Tick() => Now = Now.AddSeconds(23);

    private string NextKey() => "season:" + (++_keys).ToString(CultureInfo.InvariantCulture);
}
