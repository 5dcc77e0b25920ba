using BenchmarkDotNet.Attributes;
using Market.Ledger.Chain;
using Market.Ledger.InMemory;

namespace Market.Benchmarks;

/// <summary>Posting a made-up market to a ledger in memory: orders, payments, refunds, reversals. The baseline is the hashes of those operations alone.</summary>
[MemoryDiagnoser]
public class PostingBenchmarks
{
    private const int Operations = 100_000;

    private InMemoryLedgerStore _store = null!;

    [GlobalSetup]
    public async Task SetUpAsync() => _store = await MadeUpMarket.PostAsync(members: 500, Operations);

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public int Hash() => _store.Operations.Take(Operations).Sum(operation => OperationHash.Of(operation).Length);

    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task PostAsync()
    {
        var posted = (await MadeUpMarket.PostAsync(members: 500, Operations)).Operations[^1];
        if (posted.Hash != _store.Operations[^1].Hash)
        {
            throw new InvalidOperationException($"Operation {posted.Id} came out otherwise.");
        }
    }
}
