using Market.Ledger.Amounts;

namespace Market.Ledger.Postings;

/// <summary>Why the ledger posted nothing, with what a sentence about it needs.</summary>
/// <param name="Reason">The reason.</param>
public sealed record Refusal(RefusalReason Reason)
{
    /// <summary>What is wrong, where one thing is: a detail's technical name, or the name of a property of <see cref="Posting"/> or <see cref="OrderDebit"/>.</summary>
    public string? Field { get; init; }

    /// <summary>The account's confirmed balance, for <see cref="RefusalReason.BelowFloor"/>.</summary>
    public Money? Balance { get; init; }

    /// <summary>What was to be posted, signed, for <see cref="RefusalReason.BelowFloor"/>.</summary>
    public Money? Amount { get; init; }

    /// <summary>The floor that holds, for <see cref="RefusalReason.BelowFloor"/>.</summary>
    public Money? Floor { get; init; }

    /// <summary>The first day that an operation may be dated on, for <see cref="RefusalReason.DayClosed"/>.</summary>
    public DateOnly? FirstOpenDay { get; init; }

    /// <summary>What may still be announced, for <see cref="RefusalReason.AnnouncedTooMuch"/>. Not negative.</summary>
    public Money? Room { get; init; }

    /// <summary>What to pay so that it could be posted, for <see cref="RefusalReason.BelowFloor"/>. Positive.</summary>
    public Money? ToPay => Balance is { } balance && Amount is { } amount && Floor is { } floor ? floor - (balance + amount) : null;
}
