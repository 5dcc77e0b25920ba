using System.Text.Json.Serialization;

namespace Market.Ledger.Closings;

/// <summary>
/// A file that was made when a year was closed and is kept as it was: what is let out of that year later is read from it, and no name,
/// account number or wording that changed meanwhile changes it. Each carries the hash of the one made before it.
/// </summary>
public sealed record YearFile
{
    /// <summary>The name of the file that holds a financial year's journal, one entry a line: see <see cref="Journals.JournalText"/>.</summary>
    public const string Journal = "journal.jsonl";

    /// <summary>Its place among all that were made: 1, 2, 3… without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>What it is called, like <see cref="Journal"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The year's first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The year's last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>How many lines it has.</summary>
    public required long Records { get; init; }

    /// <summary>SHA-256 of the file, in lower-case hexadecimal.</summary>
    public required string Content { get; init; }

    /// <summary>When it was made, in UTC, to the millisecond.</summary>
    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>The hash of the file made before it; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, over this record and <see cref="PreviousHash"/>; see <see cref="YearFileHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it is a financial year's journal.</summary>
    [JsonIgnore]
    public bool IsJournal => Name == Journal;

    /// <summary>Whether a day is in its year.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;
}
