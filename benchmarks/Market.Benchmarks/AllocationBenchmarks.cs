using BenchmarkDotNet.Attributes;
using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;

namespace Market.Benchmarks;

/// <summary>What pays what, of one account of five thousand operations. The baseline only adds up what each order costs.</summary>
[MemoryDiagnoser]
public class AllocationBenchmarks
{
    private const int Operations = 5_000;

    private IReadOnlyList<Operation> _operations = [];

    [GlobalSetup]
    public async Task SetUpAsync() => _operations = [.. (await MadeUpMarket.PostAsync(members: 1, Operations)).Operations.Take(Operations)];

    [Benchmark(Baseline = true)]
    public int Totals()
    {
        var totals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var operation in _operations)
        {
            var order = operation.OrderId ?? string.Empty;
            totals[order] = totals.GetValueOrDefault(order) + operation.Amount.MinorUnits;
        }

        return totals.Count;
    }

    [Benchmark]
    public int Allocate() => Allocation.Of(_operations, Currency.Euro).Orders.Count;

    [Benchmark]
    public int Explain() => Explanation.Of(_operations, Currency.Euro).Debts.Count;
}
