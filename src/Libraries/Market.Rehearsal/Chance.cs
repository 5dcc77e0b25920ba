namespace Market.Rehearsal;

/// <summary>
/// Chance that is the same for the same seed on every machine and runtime (SplitMix64). Each thing that is left to it has a source of its
/// own, so that one thing more changes no other.
/// </summary>
internal struct Chance
{
    private ulong _state;

    public Chance(ulong seed, int first, int second)
    {
        _state = seed;
        _state = Next() ^ (uint)first;
        _state = Next() ^ (uint)second;
    }

    /// <summary>A whole number from 0 to below the bound.</summary>
    public int Below(int bound) => (int)(Next() % (uint)bound);

    /// <summary>Whether what happens so often in a hundred times happens.</summary>
    public bool Happens(int percent) => Below(100) < percent;

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
