using BenchmarkDotNet.Attributes;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Distributions;

namespace Market.Benchmarks;

/// <summary>Closing a distribution of 500 orders: what the engine does in it, without the database. The baseline is the hash alone.</summary>
[MemoryDiagnoser]
public class ClosingBenchmarks
{
    private const int Orders = 500;

    private static readonly HashSet<string> Nothing = [];

    private MarketDay _day = null!;
    private DistributionClosing _closing = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _day = await MarketDay.MakeAsync(Orders);
        _closing = Close();
    }

    [Benchmark(Baseline = true)]
    public string Hash() => DistributionHash.Of(_closing);

    [Benchmark]
    public DistributionSheet LayOut() => DistributionSheet.Of(
        _day.Sales,
        Currency.Euro,
        _day.Posted,
        _day.Accounts.ToDictionary(account => account, account => Allocation.Of(_day.Store.OperationsOf(account), Currency.Euro), StringComparer.Ordinal),
        [],
        Nothing,
        refusedEntries: 0);

    [Benchmark]
    public DistributionClosing Close() => DistributionClosing.Of(LayOut(), 1, "They pay tomorrow", new DateTimeOffset(2026, 11, 27, 19, 42, 7, TimeSpan.Zero), "clerk");
}
