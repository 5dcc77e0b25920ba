using Market.Ledger.Closings;

namespace Market.Ledger.Chain;

/// <summary>Something that does not fit: how, and where.</summary>
/// <param name="Misfit">How.</param>
public sealed record Finding(Misfit Misfit)
{
    /// <summary>The account, for an operation or an account's state.</summary>
    public string? AccountId { get; init; }

    /// <summary>The operation, where one does not fit.</summary>
    public string? OperationId { get; init; }

    /// <summary>The place the operation says it has in its account, where one does not fit.</summary>
    public long? Sequence { get; init; }

    /// <summary>The payout, where what is booked of one does not fit; <see cref="Sequence"/> is its place among all payouts then.</summary>
    public string? PayoutId { get; init; }

    /// <summary>The cash drawer, where an entry of one does not fit; <see cref="Sequence"/> is its place among all of them then.</summary>
    public string? DrawerId { get; init; }

    /// <summary>The period, where its closing does not fit.</summary>
    public ClosingPeriod? Period { get; init; }

    /// <summary>The file of a closed year, where one does not fit.</summary>
    public string? File { get; init; }

    /// <summary>The last day of the file's year.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What should be there, as a machine writes it: minor units, a place, a hash, a time in UTC.</summary>
    public string? Expected { get; init; }

    /// <summary>What is there.</summary>
    public string? Found { get; init; }
}
