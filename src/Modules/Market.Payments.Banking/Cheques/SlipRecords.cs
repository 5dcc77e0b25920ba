using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Market.Ledger.Cheques;
using Market.Payments.Banking.Models;

namespace Market.Payments.Banking.Cheques;

/// <summary>The deposit slips of a year with their cheques, for its archive: the books have their sums only.</summary>
public sealed class SlipRecords(ChequeStore store) : IYearRecords
{
    private const int PageSize = 50;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string FileName => "slips.jsonl";

    public string English => "the deposit slips of cheques, cheque by cheque, and those that came back unpaid";

    public string French => "les bordereaux de remise, chèque par chèque, et les chèques revenus impayés";

    public async IAsyncEnumerable<string> WriteAsync(DateOnly from, DateOnly to, DateTimeOffset? since)
    {
        await foreach (var (document, cheques) in store.AllSlipsAsync(PageSize))
        {
            var slip = document.Slip;
            if (slip.MadeOn <= to && (slip.MadeOn >= from || since is null || document.ChangedUtc >= since.Value.UtcDateTime))
            {
                var known = cheques.ToDictionary(cheque => cheque.Id, StringComparer.Ordinal);
                yield return JsonSerializer.Serialize(Record(document, known), Json);
            }
        }
    }

    private static object Record(SlipDocument document, Dictionary<string, Cheque> cheques)
    {
        var slip = document.Slip;
        return new
        {
            slip.Number,
            slip.Reference,
            slip.MadeOn,
            slip.MadeBy,
            slip.BankedOn,
            slip.BankedBy,
            ChangedAt = document.ChangedUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            Currency = slip.Currency.Code,
            Sum = slip.Sum.MinorUnits,
            Cheques = slip.Lines.Select(line => Record(line, cheques.GetValueOrDefault(line.ChequeId))),
        };
    }

    // What is on the paper is what the slip says, and what became of it what the cheque says.
    private static object Record(SlipLine line, Cheque? cheque)
    {
        var bounced = cheque?.State is ChequeState.Bounced ? cheque : null;
        return new
        {
            Cheque = line.ChequeId,
            line.Number,
            line.Bank,
            Amount = line.Amount.MinorUnits,
            Account = line.AccountId,
            Operation = cheque?.OperationId,
            line.ReceivedOn,
            BouncedOn = bounced?.EndedOn,
            BouncedBecause = bounced?.Reason,
        };
    }
}
