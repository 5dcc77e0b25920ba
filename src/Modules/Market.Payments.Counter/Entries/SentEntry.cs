using System.Text.Json.Nodes;

namespace Market.Payments.Counter.Entries;

/// <summary>An entry as it was sent: well formed, and nothing more is known of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="AccountId">The client account that it names.</param>
/// <param name="PhoneTime">What the phone's clock said.</param>
/// <param name="Data">What it asks for, in its canonical form.</param>
public sealed record SentEntry(string Id, string Kind, string AccountId, DateTimeOffset? PhoneTime, JsonObject Data)
{
    public const int MaxIdLength = 64;
}

/// <summary>An element of what was sent: an entry, or why it is none.</summary>
/// <param name="Id">The id that it is answered by, as it was sent; none where there was none.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Fault">Why it is none, in a sentence.</param>
public sealed record ReadEntry(string? Id, SentEntry? Entry, string? Fault);
