namespace Market.Ledger.Journals;

/// <summary>An operation, or a balance carried forward, in double entry: what it debits equals what it credits.</summary>
public sealed record JournalEntry
{
    /// <summary>Its number in what is written: continuous, over all journals.</summary>
    public required long Number { get; init; }

    /// <summary>The journal it is kept in.</summary>
    public required Journal Journal { get; init; }

    /// <summary>The market's day it belongs to.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it was recorded, in UTC; from then on it does not change.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The operation it says in double entry; none where it carries a balance forward.</summary>
    public string? OperationId { get; init; }

    /// <summary>What vouches for it: the order, or else the operation.</summary>
    public required string Piece { get; init; }

    /// <summary>What happened, in words.</summary>
    public required string Text { get; init; }

    /// <summary>Its lines, debits first.</summary>
    /// <exception cref="ArgumentException">They do not balance, or one is negative, or on no side, or on both.</exception>
    public required IReadOnlyList<JournalLine> Lines { get; init => field = Balanced(value); }

    private static IReadOnlyList<JournalLine> Balanced(IReadOnlyList<JournalLine> lines)
    {
        var oneSided = lines.All(line => line.Debit.IsZero ? line.Credit.IsPositive : line.Debit.IsPositive && line.Credit.IsZero);
        return lines.Count > 1 && oneSided && lines.Skip(1).Aggregate(lines[0].Net, (sum, line) => sum + line.Net).IsZero
            ? lines
            : throw new ArgumentException("An entry debits what it credits, each line on one side.", nameof(lines));
    }
}
