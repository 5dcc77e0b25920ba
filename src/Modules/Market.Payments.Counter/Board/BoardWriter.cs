using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Market.Payments.Counter.Board;

/// <summary>Writes a counter's state as the phone reads it: all of it, or what has changed since the phone's cursor.</summary>
public sealed class BoardWriter(BoardReader reader, GoodsReader goods, BoardMemory memory, IDistributionState distributions, IMarketCalendar calendar)
{
    private const string OfMember = "member ";

    private const string OfEntry = "entry ";

    // It is read as a resource of its own, and never as a part of a page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the state, as UTF-8.</summary>
    /// <param name="shop">Whose the distribution is.</param>
    /// <param name="distribution">The distribution.</param>
    /// <param name="since">The phone's cursor; none where it knows nothing.</param>
    public async Task<ReadOnlyMemory<byte>> WriteAsync(ICounterOrders shop, CounterDistribution distribution, string? since)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(distribution);
        var news = await CompareAsync(shop, distribution, since);
        var isClosed = await distributions.FindAsync(distribution.Id) is not null;
        var today = await calendar.TodayAsync();
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = Json.Encoder });
        json.WriteStartObject();
        json.WriteString("cursor", news.Cursor);
        json.WriteBoolean("ready", true);
        json.WriteBoolean("whole", news.IsWhole);
        json.WritePropertyName("distribution");
        JsonSerializer.Serialize(
            json,
            new { distribution.Id, distribution.Place, distribution.Date, distribution.CollectFrom, distribution.CollectTo, Closed = isClosed },
            Json);
        json.WriteString("today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var (name, text) in news.Changed.Where(part => part.Value is not null && !part.Key.StartsWith(OfMember, StringComparison.Ordinal) && !part.Key.StartsWith(OfEntry, StringComparison.Ordinal)))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(text!, skipInputValidation: true);
        }

        WriteAll("members", OfMember);
        WriteAll("entries", OfEntry);
        json.WriteStartArray("gone");
        foreach (var (part, _) in news.Changed.Where(part => part.Value is null && part.Key.StartsWith(OfMember, StringComparison.Ordinal)))
        {
            json.WriteStringValue(part[OfMember.Length..]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;

        void WriteAll(string name, string of)
        {
            json.WriteStartArray(name);
            foreach (var (_, text) in news.Changed.Where(part => part.Value is not null && part.Key.StartsWith(of, StringComparison.Ordinal)))
            {
                json.WriteRawValue(text!, skipInputValidation: true);
            }

            json.WriteEndArray();
        }
    }

    private async Task<BoardNews> CompareAsync(ICounterOrders shop, CounterDistribution distribution, string? since)
    {
        var board = memory.Of(distribution.Id);
        await board.Turn.WaitAsync();
        try
        {
            var (members, entries) = await reader.ReadAsync(shop, distribution);
            var parts = new Dictionary<string, string>(members.Count + entries.Count, StringComparer.Ordinal)
            {
                ["currency"] = JsonSerializer.Serialize(await goods.CurrencyAsync(), Json),
                ["methods"] = JsonSerializer.Serialize(await goods.MethodsAsync(), Json),
                ["products"] = JsonSerializer.Serialize(await GoodsReader.ProductsAsync(shop, distribution.Id), Json),
                ["returnables"] = JsonSerializer.Serialize(await goods.ReturnablesAsync(), Json),
            };
            foreach (var member in members)
            {
                parts.Add(OfMember + member.Account, JsonSerializer.Serialize(member, Json));
            }

            foreach (var entry in entries)
            {
                parts.Add(OfEntry + entry.Id, JsonSerializer.Serialize(entry, Json));
            }

            return board.Compare(parts, since);
        }
        finally
        {
            board.Turn.Release();
        }
    }
}
