using System.Text.Json.Serialization;

namespace Market.Payments.Counter.Entries;

/// <summary>What a phone is answered for an entry.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Result">One of the constants.</param>
/// <param name="Sentence">Why it is refused.</param>
/// <param name="Late">Whether it was taken after the distribution was closed.</param>
public sealed record EntryAnswer(string? Id, string Result, string? Sentence = null, bool Late = false)
{
    /// <summary>It is recorded, now.</summary>
    public const string Taken = "taken";

    /// <summary>It was recorded before.</summary>
    public const string Again = "again";

    /// <summary>It is not recorded.</summary>
    public const string Refused = "refused";

    /// <summary>Whether a refusal is kept: that of an entry which could have been taken.</summary>
    [JsonIgnore]
    public bool IsToKeep { get; init; }
}
