using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;

namespace Market.Ledger.Tests.Chain;

/// <summary>A market's one account, and many more, over some closed days, of which every hundredth was tampered with: verified one after another, or several at once.</summary>
internal sealed class Crowd
{
    private readonly Dictionary<string, List<Operation>> _operations = [];

    private readonly Dictionary<string, AccountHead?> _heads = [];

    private readonly List<Closing> _closings;

    private int _read;

    private int _taken;

    public Crowd(int accounts)
    {
        var market = new TestMarket();
        var ids = Enumerable.Range(0, accounts).Select(place => $"member-{place:0000}").ToList();
        ids.ForEach(id => market.Store.SetAccount(id));
        for (var day = 0; day < 4; day++)
        {
            market.CloseDue();

            // Each account has days on which nothing happens to it.
            foreach (var (place, id) in ids.Index().Where(account => account.Index % 4 != day))
            {
                market.Post(market.Of(OperationKind.Payment, place + day + 1) with { AccountId = id });
            }

            market.Now = market.Now.AddHours(24);
        }

        market.CloseDue();
        _closings = [.. market.Store.Closings];
        foreach (var (place, id) in market.Store.AccountIds.Index())
        {
            _operations[id] = [.. market.Store.OperationsOf(id)];
            _heads[id] = market.Head(id);
            if (place % 100 == 50)
            {
                _operations[id][^1] = _operations[id][^1] with { Memo = "Changed", Hash = place == 50 ? "made up" : _operations[id][^1].Hash };
            }
        }
    }

    /// <summary>How many accounts were read at most that were not taken yet.</summary>
    public int MostAhead { get; private set; }

    public VerificationReport Verify()
    {
        using var verifier = new ChainVerifier(Currency.Euro, _closings);
        foreach (var id in Ids)
        {
            verifier.Open(id, _heads[id]);
            _operations[id].ForEach(verifier.Add);
        }

        return verifier.Finish();
    }

    public async Task<VerificationReport> VerifyAsync(int atOnce, Action<VerificationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var verifier = new ChainVerifier(Currency.Euro, _closings);
        await verifier.VerifyAsync(Ids, ids => Task.FromResult(Array.ConvertAll(ids, Read)), atOnce, Reach, cancellationToken);
        return verifier.Finish();

        AccountVerification Read(string id)
        {
            Interlocked.Increment(ref _read);
            var account = verifier.Begin(id, _heads[id]);
            _operations[id].ForEach(account.Add);
            return account;
        }

        void Reach(VerificationProgress reached)
        {
            MostAhead = Math.Max(MostAhead, Volatile.Read(ref _read) - _taken);
            _taken = (int)reached.Accounts;
            progress?.Invoke(reached);
        }
    }

    private IEnumerable<string> Ids => _operations.Keys.Order(StringComparer.Ordinal);
}
