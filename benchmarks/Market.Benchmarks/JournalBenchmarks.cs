using System.Text;
using BenchmarkDotNet.Attributes;
using Market.Ledger;
using Market.Ledger.InMemory;
using Market.Ledger.Journals;

namespace Market.Benchmarks;

/// <summary>
/// Letting the books of a made-up market out, each figure for a line of the file. The baseline writes lines that are there already, so it is what
/// encoding and sending them takes.
/// </summary>
[MemoryDiagnoser]
public class JournalBenchmarks
{
    // Each operation is an entry of two lines.
    private const int Operations = 50_000;

    private const int Lines = 2 * Operations;

    private InMemoryLedgerStore _store = null!;
    private JournalEntry[] _entries = null!;
    private string[] _lines = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _store = await MadeUpMarket.PostAsync(members: 500, Operations);
        _entries = await EntriesAsync().ToArrayAsync();
        await using var text = new StringWriter();
        await CsvJournalWriter.WriteAsync(text, _entries.ToAsyncEnumerable());
        _lines = text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        if (_lines.Length != Lines)
        {
            throw new InvalidOperationException($"There are {_lines.Length} lines.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Lines)]
    public async Task BareAsync()
    {
        await using var writer = Writer(Encoding.UTF8);
        foreach (var line in _lines)
        {
            await writer.WriteAsync(line);
            await writer.WriteAsync("\r\n");
        }
    }

    [Benchmark(OperationsPerInvoke = Lines)]
    public async Task CsvAsync()
    {
        await using var writer = Writer(Encoding.UTF8);
        await CsvJournalWriter.WriteAsync(writer, _entries.ToAsyncEnumerable());
    }

    [Benchmark(OperationsPerInvoke = Lines)]
    public async Task FecAsync()
    {
        await using var writer = Writer(FecWriter.Encoding);
        await FecWriter.WriteAsync(writer, _entries.ToAsyncEnumerable());
    }

    [Benchmark(OperationsPerInvoke = Lines)]
    public async Task HledgerAsync()
    {
        await using var writer = Writer(Encoding.UTF8);
        await HledgerWriter.WriteAsync(writer, _entries.ToAsyncEnumerable());
    }

    [Benchmark(OperationsPerInvoke = Lines)]
    public async Task<int> EnterAsync() => await EntriesAsync().CountAsync();

    private IAsyncEnumerable<JournalEntry> EntriesAsync() => new Bookkeeper(
        new ChartOfAccounts(),
        id => new ValueTask<Operation?>(_store.FindAsync(id)),
        id => ValueTask.FromResult<AuxiliaryAccount?>(new AuxiliaryAccount("C-" + id[^4..], "Élodie Guérin"))).EnterAsync(_store.Operations.Take(Operations).ToAsyncEnumerable());

    private static StreamWriter Writer(Encoding encoding) => new(Stream.Null, encoding, 1 << 15);
}
