using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.InMemory;

namespace Market.Benchmarks;

/// <summary>Verifying books of some thousand operations in memory. The baseline is SHA-256 over their canonical forms, which no verification can do without.</summary>
[MemoryDiagnoser]
public class BooksBenchmarks
{
    private const int Accounts = 500;

    private const int Operations = 10_750;

    private MarketDay _day = null!;
    private byte[][] _forms = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _day = await MarketDay.MakeAsync(Accounts);
        _forms = [.. _day.Store.Operations.Select(operation => Encoding.UTF8.GetBytes(OperationHash.Canonical(operation)))];
        if (_forms.Length != Operations)
        {
            throw new InvalidOperationException($"There are {_forms.Length} operations.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public byte Sha256()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var form in _forms)
        {
            SHA256.HashData(form, hash);
        }

        return hash[0];
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public int Hash() => _day.Store.Operations.Sum(operation => OperationHash.Of(operation).Length);

    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task VerifyAsync()
    {
        if (!(await _day.Store.VerifyAsync(Currency.Euro)).Holds)
        {
            throw new InvalidOperationException("The books do not hold.");
        }
    }
}
