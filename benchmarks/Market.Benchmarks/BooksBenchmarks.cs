using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;

namespace Market.Benchmarks;

/// <summary>
/// Verifying the books of a made-up market with some months closed, on one core and on all. The baseline is SHA-256 over their canonical forms,
/// by the same reused hash, which no verification can do without.
/// </summary>
[MemoryDiagnoser]
public class BooksBenchmarks
{
    private const int Operations = 100_000;

    private Dictionary<string, (AccountHead Head, Operation[] Operations)> _accounts = null!;
    private Operation[] _operations = null!;
    private byte[][] _forms = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var store = await MadeUpMarket.PostAsync(members: 500, Operations);
        _operations = [.. store.Operations.Take(Operations)];
        _forms = [.. _operations.Select(operation => Encoding.UTF8.GetBytes(OperationHash.Canonical(operation)))];
        _accounts = [];
        foreach (var account in _operations.GroupBy(operation => operation.AccountId, StringComparer.Ordinal))
        {
            var head = (await store.LockAsync(account.Key))! with
            {
                Balance = new Money(account.Sum(operation => operation.Amount.MinorUnits), Currency.Euro),
                Sequence = account.Count(),
                Hash = account.Last().Hash,
                LastRecordedAt = account.Last().RecordedAt,
            };
            _accounts[account.Key] = (head, [.. account]);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public byte Sha256()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var form in _forms)
        {
            sha.AppendData(form);
            sha.GetHashAndReset(hash);
        }

        return hash[0];
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public byte Sha256AtOnce()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var form in _forms)
        {
            SHA256.HashData(form, hash);
        }

        return hash[0];
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public int Hash() => _operations.Sum(operation => OperationHash.Of(operation).Length);

    [Benchmark(OperationsPerInvoke = Operations)]
    public void Verify()
    {
        using var verifier = new ChainVerifier(Currency.Euro, []);
        foreach (var id in Ids)
        {
            verifier.Open(id, _accounts[id].Head);
            foreach (var operation in _accounts[id].Operations)
            {
                verifier.Add(operation);
            }
        }

        Hold(verifier.Finish());
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task VerifyOnAllCoresAsync()
    {
        using var verifier = new ChainVerifier(Currency.Euro, []);
        await verifier.VerifyAsync(Ids, ids => Task.FromResult(Array.ConvertAll(ids, Read)), 2 * Environment.ProcessorCount);
        Hold(verifier.Finish());

        AccountVerification Read(string id)
        {
            var account = verifier.Begin(id, _accounts[id].Head);
            foreach (var operation in _accounts[id].Operations)
            {
                account.Add(operation);
            }

            return account;
        }
    }

    private IEnumerable<string> Ids => _accounts.Keys.Order(StringComparer.Ordinal);

    private static void Hold(VerificationReport report)
    {
        if (!report.Holds || report.Operations != Operations)
        {
            throw new InvalidOperationException($"The books do not hold: {report.First}");
        }
    }
}
