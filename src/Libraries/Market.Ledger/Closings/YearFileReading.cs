using System.Security.Cryptography;
using System.Text;
using Market.Ledger.Journals;

namespace Market.Ledger.Closings;

/// <summary>Takes the measure of a file that a year keeps, as it is written and as it is read again: part by part, without keeping any.</summary>
public sealed class YearFileReading(string name) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How many lines were read.</summary>
    public long Records { get; private set; }

    /// <summary>How many operations a journal's entries say; zero of any other file.</summary>
    public long Operations { get; private set; }

    /// <summary>What those entries debit, in minor units.</summary>
    public long Turnover { get; private set; }

    /// <summary>SHA-256 of what was read, in lower-case hexadecimal.</summary>
    public string Content => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Reads the next part: whole lines, each with the line feed that ends it.</summary>
    public void Add(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _hash.AppendData(Encoding.UTF8.GetBytes(part));
        foreach (var line in part.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Records++;
            if (name == YearFile.Journal && JournalText.TryRead(line) is { OperationId: not null } entry)
            {
                Operations++;
                Turnover += entry.Lines.Sum(side => side.Debit.MinorUnits);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
