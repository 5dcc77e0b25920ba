using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;

namespace Market.Ledger.Journals;

/// <summary>An entry as one line of JSON, in which a closed year's journal is kept: its names are described in <c>docs/ledger-format.md</c>.</summary>
public static class JournalText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Writes an entry, without a line feed.</summary>
    public static string Write(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return JsonSerializer.Serialize(
            new Entry(
                entry.Number,
                entry.Journal.Code,
                entry.Journal.Label,
                entry.Date,
                CanonicalText.Instant(entry.RecordedAt),
                entry.Piece,
                entry.Text,
                entry.Lines[0].Debit.Currency.Code,
                [.. entry.Lines.Select(line => new Line(line.Account.Number, line.Account.Label, line.Debit.MinorUnits, line.Credit.MinorUnits) { Client = line.Client?.Number, ClientName = line.Client?.Name })])
            { Operation = entry.OperationId },
            Options);
    }

    /// <summary>Reads an entry.</summary>
    /// <returns>None where the line is not one.</returns>
    public static JournalEntry? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(line, Options)?.Read();
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private sealed record Entry(long Number, string Journal, string JournalLabel, DateOnly Date, string RecordedAt, string Piece, string Text, string Currency, IReadOnlyList<Line> Lines)
    {
        public string? Operation { get; init; }

        public JournalEntry Read()
        {
            var currency = Amounts.Currency.FromCode(Currency);
            return new JournalEntry
            {
                Number = Number,
                Journal = new Journal(Journal, JournalLabel),
                Date = Date,
                RecordedAt = DateTimeOffset.Parse(RecordedAt, CultureInfo.InvariantCulture),
                OperationId = Operation,
                Piece = Piece,
                Text = Text,
                Lines = [.. Lines.Select(line => new JournalLine(
                    new BookAccount(line.Account, line.Label),
                    line.Client is { } client ? new AuxiliaryAccount(client, line.ClientName ?? client) : null,
                    new Money(line.Debit, currency),
                    new Money(line.Credit, currency)))],
            };
        }
    }

    private sealed record Line(string Account, string Label, long Debit, long Credit)
    {
        public string? Client { get; init; }

        public string? ClientName { get; init; }
    }
}
