using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Market.Ledger.Distributions;

namespace Market.Payments.Counter.Closing;

/// <summary>The closings of a year's distributions, for its archive.</summary>
public sealed class ClosingRecords(ClosingStore store) : IYearRecords
{
    private const int PageSize = 50;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
    };

    public string FileName => "market-days.jsonl";

    public string English => "the closings of distributions, order by order, in the form that is hashed, and when one was opened again";

    public string French => "les validations des distributions, commande par commande, sous la forme dont on calcule l'empreinte, et leurs réouvertures";

    public Task<bool> HasAsync(DateOnly from, DateOnly to) => store.HasAsync(from, to);

    public async IAsyncEnumerable<string> WriteAsync(DateOnly from, DateOnly to, DateTimeOffset? since)
    {
        await foreach (var closed in store.AllAsync(PageSize))
        {
            var closing = closed.Closing;
            var isNews = since is null || closing.ClosedAt >= since || closed.ReopenedUtc >= since.Value.UtcDateTime;
            if (closing.Day <= to && (closing.Day >= from || isNews))
            {
                yield return JsonSerializer.Serialize(
                    new
                    {
                        Distribution = closing.DistributionId,
                        closing.Number,
                        closing.Hash,
                        Text = DistributionHash.Canonical(closing),
                        ReopenedAt = closed.ReopenedUtc?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                        closed.ReopenedBy,
                        closed.ReopenReason,
                    },
                    Json);
            }
        }
    }
}

/// <summary>The form of that file's texts, by which their hashes are checked.</summary>
public sealed class ClosingFormat(ClosingStore store) : IYearRecords
{
    public string FileName => "distribution-format.md";

    public string English => "the form of distributions' closings";

    public string French => "la forme des validations de distributions, en anglais";

    public Task<bool> HasAsync(DateOnly from, DateOnly to) => store.HasAsync(from, to);

    public async IAsyncEnumerable<string> WriteAsync(DateOnly from, DateOnly to, DateTimeOffset? since)
    {
        using var reader = new StreamReader(typeof(ClosingFormat).Assembly.GetManifestResourceStream("Market.Payments.Counter." + FileName)!);
        while (await reader.ReadLineAsync() is { } line)
        {
            yield return line;
        }
    }
}
