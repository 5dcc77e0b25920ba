using System.Text.Encodings.Web;
using System.Text.Json;
using Market.Ledger.Receipts;

namespace Market.Payments.Counter.Receipts;

/// <summary>The receipts of a year, for its archive.</summary>
public sealed class ReceiptRecords(ReceiptStore store, IMarketCalendar calendar) : IYearRecords
{
    private const int PageSize = 200;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
    };

    public string FileName => "receipts.jsonl";

    public string English => "the receipts that were issued, in the form that is hashed";

    public string French => "les reçus émis, sous la forme dont on calcule l'empreinte";

    public async IAsyncEnumerable<string> WriteAsync(DateOnly from, DateOnly to, DateTimeOffset? since)
    {
        var zone = await calendar.GetZoneAsync();
        long last = 0;
        while (await store.ListAfterAsync(last, PageSize) is { Count: > 0 } page)
        {
            foreach (var receipt in page.Where(receipt => IsIn(receipt, zone, from, to)))
            {
                yield return JsonSerializer.Serialize(new { receipt.Number, receipt.Hash, Text = ReceiptHash.Canonical(receipt) }, Json);
            }

            last = page[^1].Number;
        }
    }

    private static bool IsIn(IssuedReceipt receipt, TimeZoneInfo zone, DateOnly from, DateOnly to)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(receipt.IssuedAt, zone).DateTime);
        return from <= day && day <= to;
    }
}
