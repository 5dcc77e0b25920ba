namespace Market.Ledger.Drawers;

/// <summary>What became of a <see cref="DrawerRequest"/>.</summary>
public abstract record DrawerResult
{
    private DrawerResult()
    {
    }

    /// <summary>It is recorded now.</summary>
    /// <param name="Entry">The last entry that was made.</param>
    public sealed record Done(DrawerEntry Entry) : DrawerResult;

    /// <summary>It was recorded before, under the same key.</summary>
    /// <param name="Entry">The entry that was made then.</param>
    public sealed record Again(DrawerEntry Entry) : DrawerResult;

    /// <summary>It is not recorded.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Refused(DrawerFault Fault) : DrawerResult;
}
