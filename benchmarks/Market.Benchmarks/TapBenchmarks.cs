using System.Globalization;
using BenchmarkDotNet.Attributes;
using Market.Ledger;
using Market.Ledger.Chain;
using Market.Ledger.Postings;

namespace Market.Benchmarks;

/// <summary>A tap at the counter: one payment posted to an account, without the database. The baseline is the operation's hash alone.</summary>
[MemoryDiagnoser]
public class TapBenchmarks
{
    private MarketDay _day = null!;
    private Operation _operation = null!;
    private int _taps;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _day = await MarketDay.MakeAsync(accounts: 500);
        _operation = _day.Store.OperationsOf(_day.Accounts[0]).First();
    }

    [Benchmark(Baseline = true)]
    public string Hash() => OperationHash.Of(_operation);

    [Benchmark]
    public Task<PostingResult> PostAsync()
    {
        var tap = _taps++;
        return _day.Ledger.PostAsync(MarketDay.Payment(_day.Accounts[tap % _day.Accounts.Count], 1, "tap:" + tap.ToString(CultureInfo.InvariantCulture)));
    }
}
