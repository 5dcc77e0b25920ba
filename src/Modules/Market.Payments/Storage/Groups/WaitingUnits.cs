namespace Market.Payments.Storage.Groups;

/// <summary>The short units of work of a tenant that wait, in their order.</summary>
internal sealed class WaitingUnits
{
    // Whoever comes next waits for the whole group.
    private const int AtOnce = 64;

    private readonly Lock _lock = new();
    private readonly Queue<WaitingUnit> _waiting = new();

    public void Add(WaitingUnit unit)
    {
        lock (_lock)
        {
            _waiting.Enqueue(unit);
        }
    }

    /// <summary>The next ones, which whoever takes them has to do.</summary>
    public IReadOnlyList<WaitingUnit> Take()
    {
        lock (_lock)
        {
            var taken = new List<WaitingUnit>();
            while (taken.Count < AtOnce && _waiting.TryDequeue(out var unit))
            {
                unit.IsTaken = true;
                taken.Add(unit);
            }

            return taken;
        }
    }
}
