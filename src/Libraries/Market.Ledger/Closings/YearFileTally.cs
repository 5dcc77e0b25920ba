namespace Market.Ledger.Closings;

/// <summary>What one account brings to the journals that closed years keep: how many operations each says of it, and what they come to without their signs.</summary>
internal sealed class YearFileTally(YearFile[] files)
{
    private readonly (long Operations, long Turnover)[] _sums = new (long, long)[files.Length];

    /// <summary>The sums, one a file.</summary>
    public IReadOnlyList<(long Operations, long Turnover)> Sums => _sums;

    public void Add(Operation operation)
    {
        for (var place = 0; place < files.Length; place++)
        {
            if (files[place].IsJournal && files[place].Contains(operation.OccurredOn))
            {
                var minorUnits = operation.Amount.MinorUnits;
                _sums[place].Operations++;
                _sums[place].Turnover += minorUnits < 0 ? -minorUnits : minorUnits;
            }
        }
    }
}
