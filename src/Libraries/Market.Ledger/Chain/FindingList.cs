namespace Market.Ledger.Chain;

/// <summary>What does not fit: all of it counted, the first <see cref="ChainVerifier.MaxFindings"/> kept, so that no books are too broken to be verified.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _first = [];

    public long Count { get; private set; }

    public IReadOnlyList<Finding> First => _first;

    public void Add(Finding finding)
    {
        Count++;
        if (_first.Count < ChainVerifier.MaxFindings)
        {
            _first.Add(finding);
        }
    }

    public void Add(FindingList others)
    {
        Count += others.Count;
        _first.AddRange(others._first.Take(ChainVerifier.MaxFindings - _first.Count));
    }
}
