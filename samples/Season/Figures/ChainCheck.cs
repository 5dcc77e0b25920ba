using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.InMemory;

namespace Market.Samples.Figures;

/// <summary>Whether the books hold: every account's sequence, chain and balance recomputed from its operations.</summary>
/// <param name="Accounts">How many accounts were looked at.</param>
/// <param name="Operations">How many operations.</param>
/// <param name="Fault">The first thing that does not fit, if any.</param>
internal sealed record ChainCheck(int Accounts, int Operations, string? Fault)
{
    public bool Holds => Fault is null;

    public string Sentence => Fault is null
        ? $"verified: {Euros.Number(Operations)} operations on {Euros.Number(Accounts)} accounts, every chain and balance recomputed, nothing amiss"
        : $"NOT IN ORDER: {Fault}";

    public static ChainCheck Of(InMemoryLedgerStore store)
    {
        using var verifier = new ChainVerifier(Currency.Euro, store.Closings);
        foreach (var accountId in store.AccountIds)
        {
            verifier.Open(accountId, store.LockAsync(accountId).GetAwaiter().GetResult());
            foreach (var operation in store.OperationsOf(accountId))
            {
                verifier.Add(operation);
            }
        }

        var report = verifier.Finish();
        return new ChainCheck((int)report.Accounts, (int)report.Operations, report.First?.ToString());
    }
}
