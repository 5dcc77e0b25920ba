using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Journals;
using Market.Ledger.Vat;

namespace Market.Ledger.Tests.Chain;

/// <summary>The examples that <c>docs/ledger-format.md</c> prints are what the engine does.</summary>
public partial class LedgerFormatDocumentTests
{
    private static readonly Operation First = new()
    {
        Id = "4h7c2k9x",
        AccountId = "client-42",
        Sequence = 1,
        Kind = OperationKind.Order,
        Amount = new Money(-3740, Currency.Euro),
        OrderId = "order-7",
        DistributionId = "2025-03-14",
        OccurredOn = new DateOnly(2025, 3, 14),
        RecordedAt = new DateTimeOffset(2025, 3, 12, 8, 15, 0, TimeSpan.Zero),
        RecordedBy = "workflow",
        IdempotencyKey = "order:order-7:1",
        PreviousHash = string.Empty,
        Hash = string.Empty,
    };

    private static readonly Operation Second = new()
    {
        Id = "4h7c2kb3",
        AccountId = "client-42",
        Sequence = 2,
        Kind = OperationKind.Payment,
        Amount = new Money(4000, Currency.Euro),
        Method = "cheque",
        DistributionId = "2025-03-14",
        Details = new Dictionary<string, string> { ["number"] = "0012345", ["bank"] = "Crédit = Agricole" },
        Memo = "Folded twice,\nC:\\scans\\12",
        OccurredOn = new DateOnly(2025, 3, 14),
        RecordedAt = new DateTimeOffset(2025, 3, 14, 18, 30, 5, 250, TimeSpan.FromHours(1)),
        RecordedBy = "user-3",
        IdempotencyKey = "counter:9f2e",
        PreviousHash = OperationHash.Of(First),
        Hash = string.Empty,
    };

    private static readonly Operation Third = First with
    {
        Id = "4h7c2kd1",
        Sequence = 3,
        Amount = new Money(-2200, Currency.Euro),
        OrderId = "order-8",
        DistributionId = "2025-03-21",
        Details = VatSplit.Of([KeyValuePair.Create(2000, new Money(1200, Currency.Euro)), KeyValuePair.Create(550, new Money(1000, Currency.Euro))], Currency.Euro).WriteTo(new Dictionary<string, string>()),
        OccurredOn = new DateOnly(2025, 3, 21),
        RecordedAt = new DateTimeOffset(2025, 3, 19, 9, 2, 11, TimeSpan.Zero),
        IdempotencyKey = "order:order-8:1",
        PreviousHash = OperationHash.Of(Second),
    };

    private static readonly ClosedHead Head = new("client-42", 2, new Money(260, Currency.Euro), OperationHash.Of(Second));

    private static readonly string JournalLine = JournalText.Write(
        new Bookkeeper(new ChartOfAccounts(), _ => ValueTask.FromResult<Operation?>(null), id => ValueTask.FromResult<AuxiliaryAccount?>(new AuxiliaryAccount("C-0042", "Zoé Martin")))
            .EnterAsync(Second, 2).AsTask().Result);

    private static readonly YearFile File = Kept();

    [Fact]
    public void The_documents_examples_are_what_the_engine_hashes()
    {
        var closing = Closed();
        Assert.Equal([OperationHash.Canonical(First), OperationHash.Canonical(Second), OperationHash.Canonical(Third), HeadsRoot.Canonical([Head]), ClosingHash.Canonical(closing), JournalLine + "\n", YearFileHash.Canonical(File)], Blocks("text"));
        Assert.Equal([OperationHash.Of(First), OperationHash.Of(Second), OperationHash.Of(Third), closing.Root, closing.Hash, File.Content, File.Hash], Blocks("sha256").Select(block => block.Trim()));
    }

    [Fact]
    public void The_documents_hashes_are_those_of_its_texts() =>
        Assert.Equal(Blocks("sha256"), Blocks("text").Select(text => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "\n"));

    [Fact]
    public void The_document_names_every_field_in_its_order()
    {
        var named = Rows().Matches(Document().Split("## Closings")[0]).Select(match => match.Groups["name"].Value).ToList();
        var hashed = OperationHash.Canonical(First with { Details = new Dictionary<string, string> { [""] = "x" } })
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line[..line.IndexOf('=', StringComparison.Ordinal)]);
        Assert.Equal(hashed, named);
    }

    [Fact]
    public void The_document_names_every_field_of_a_closing_in_its_order() =>
        Assert.Equal(
            ClosingHash.Canonical(Closed()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line[..line.IndexOf('=', StringComparison.Ordinal)]),
            Rows().Matches(Document().Split("## Closings")[1].Split("## Closed years")[0]).Select(match => match.Groups["name"].Value));

    [Fact]
    public void The_document_names_every_field_of_what_a_closed_year_keeps() =>
        Assert.Equal(
            YearFileHash.Canonical(File).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line[..line.IndexOf('=', StringComparison.Ordinal)]),
            Rows().Matches(Document().Split("## Closed years")[1].Split("### Journal")[0]).Select(match => match.Groups["name"].Value));

    [Fact]
    public void The_document_names_every_name_of_a_kept_entry()
    {
        var entry = JsonDocument.Parse(JournalLine).RootElement;
        var names = entry.EnumerateObject().Concat(entry.GetProperty("lines").EnumerateArray().SelectMany(line => line.EnumerateObject())).Select(property => property.Name).ToHashSet();
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            Rows().Matches(Document().Split("### Journal")[1].Split("\n## ")[0]).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_document_names_every_kind_of_closing() =>
        Assert.All(Enum.GetNames<ClosingKind>(), kind => Assert.Contains($"`{kind}`", Document(), StringComparison.Ordinal));

    [Fact]
    public void The_document_names_every_kind() =>
        Assert.All(Enum.GetNames<OperationKind>(), kind => Assert.Contains($"`{kind}`", Document(), StringComparison.Ordinal));

    private static YearFile Kept()
    {
        using var reading = new YearFileReading(YearFile.Journal);
        reading.Add(JournalLine + "\n");
        var unsealed = new YearFile
        {
            Number = 1,
            Name = YearFile.Journal,
            From = new DateOnly(2025, 1, 1),
            To = new DateOnly(2025, 12, 31),
            Records = reading.Records,
            Content = reading.Content,
            KeptAt = new DateTimeOffset(2025, 12, 31, 23, 20, 0, TimeSpan.Zero),
            PreviousHash = string.Empty,
            Hash = string.Empty,
        };
        return unsealed with { Hash = YearFileHash.Of(unsealed) };
    }

    private static Closing Closed()
    {
        var calendar = new ClosingCalendar(day => new DateTimeOffset(day.ToDateTime(default), TimeSpan.FromHours(1)));
        Closing? closing = null;
        foreach (var period in calendar.Due([], First.RecordedAt, new DateTimeOffset(2025, 3, 14, 23, 10, 0, TimeSpan.Zero)))
        {
            using var draft = new ClosingDraft(period, closing, Currency.Euro);
            foreach (var operation in new[] { First, Second }.Where(operation => period.Contains(operation.RecordedAt)))
            {
                draft.Add(operation);
            }

            draft.Add(period.Contains(Second.RecordedAt) ? Head : new ClosedHead("client-42", 1, First.Amount, OperationHash.Of(First)));
            closing = draft.Finish(period.To.AddMinutes(10));
        }

        return closing!;
    }

    private static List<string> Blocks(string language) =>
        [.. Fences().Matches(Document()).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["text"].Value)];

    private static string Document() => RepositoryFiles.Read("docs", "ledger-format.md");

    [GeneratedRegex("^```(?<language>[a-z0-9]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("^\\| `(?<name>[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
