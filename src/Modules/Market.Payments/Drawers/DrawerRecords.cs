using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Market.Payments.Books;

namespace Market.Payments.Drawers;

/// <summary>What a year keeps of its cash drawers.</summary>
public sealed class DrawerRecords(DrawerChain chain) : IYearRecords
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public string FileName => "drawers.jsonl";

    public string English => "what happened to cash drawers, chained to one another";

    public string French => "les mouvements et clôtures des caisses, chaînés entre eux";

    public Task<bool> HasAsync(DateOnly from, DateOnly to) => chain.HasAsync(from, to);

    public async IAsyncEnumerable<string> WriteAsync(DateOnly from, DateOnly to, DateTimeOffset? since)
    {
        foreach (var entry in await chain.OfDaysAsync(from, to))
        {
            yield return JsonSerializer.Serialize(entry, Json);
        }
    }
}

/// <summary>The form of that file, by which its chain is checked.</summary>
public sealed class DrawerFormat(DrawerChain chain) : IYearRecords
{
    public string FileName => "drawer-format.md";

    public string English => "the form of the cash drawers";

    public string French => "la forme des caisses, en anglais";

    public Task<bool> HasAsync(DateOnly from, DateOnly to) => chain.HasAsync(from, to);

    public IAsyncEnumerable<string> WriteAsync(DateOnly from, DateOnly to, DateTimeOffset? since) => YearTexts.Lines(YearTexts.ReadFormat(FileName));
}
