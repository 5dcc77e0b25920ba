using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Counter.Entries;

/// <summary>Reads what a phone has sent. An entry that is not well formed is answered, and stops no other.</summary>
public sealed partial class EntryReader(IStringLocalizer<EntryReader> S)
{
    /// <summary>How many entries are taken at once.</summary>
    public const int MostEntries = 200;

    private const int MostCharacters = 4_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads a batch.</summary>
    /// <returns>Its elements in their order; or why it is no batch, in a sentence.</returns>
    public async Task<(IReadOnlyList<ReadEntry> Entries, string? Fault)> ReadAsync(Stream body, CancellationToken cancellation)
    {
        JsonNode? sent;
        try
        {
            sent = await JsonNode.ParseAsync(body, documentOptions: Strict, cancellationToken: cancellation);
        }
        catch (JsonException)
        {
            return ([], S["What was sent cannot be read."]);
        }

        return (sent as JsonObject)?["entries"] is not JsonArray entries ? ([], S["What was sent cannot be read."])
            : entries.Count > MostEntries ? ([], S["These are more than {0} entries. Send them in parts.", MostEntries])
            : ([.. entries.Select(Read)], null);
    }

    private ReadEntry Read(JsonNode? node)
    {
        string? id = null;
        try
        {
            if (node is not JsonObject entry)
            {
                return new ReadEntry(null, null, S["This entry cannot be read."]);
            }

            id = entry.Text("id");
            if (id is null || !Id().IsMatch(id))
            {
                return new ReadEntry(id, null, S["This entry has no id."]);
            }

            var data = CanonicalJson.Of(entry.Inner("data") ?? []);
            return entry.Text("kind") is not { } kind || !Kind().IsMatch(kind) ? new ReadEntry(id, null, S["The counter does not know how to take this."])
                : entry.Text("account") is not { } account || !Id().IsMatch(account) ? new ReadEntry(id, null, S["There is no such client account."])
                : data.ToJsonString().Length > MostCharacters ? new ReadEntry(id, null, S["This entry is too long."])
                : new ReadEntry(id, new SentEntry(id, kind, account, Time(entry.Text("at")), data), null);
        }
        catch (InvalidOperationException)
        {
            // A text of JSON may hold half of a character, which no text is.
            return new ReadEntry(id, null, S["This entry cannot be read."]);
        }
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>An id as phones make them, and as the site does.</summary>
    [GeneratedRegex(@"^[a-z0-9-]{8,64}\z", RegexOptions.CultureInvariant)]
    internal static partial Regex Id();

    [GeneratedRegex(@"^[a-z][a-z-]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();
}
