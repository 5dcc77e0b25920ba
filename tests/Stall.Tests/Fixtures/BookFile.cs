using System.Security.Cryptography;
using System.Text;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Stall.Books;

namespace Market.Stall.Tests.Fixtures;

/// <summary>Makes files of operations as the stall writes them, and as somebody else would want them.</summary>
internal static class BookFile
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Operations of two accounts in turn: a, b, a, b…</summary>
    public static List<Operation> Operations(int count)
    {
        var operations = new List<Operation>();
        for (var i = 0; i < count; i++)
        {
            var account = i % 2 == 0 ? "a" : "b";
            var before = operations.LastOrDefault(operation => operation.AccountId == account);
            operations.Add(Sealed(new Operation
            {
                Id = $"operation-{i + 1}",
                AccountId = account,
                Sequence = (before?.Sequence ?? 0) + 1,
                Kind = i % 4 < 2 ? OperationKind.Order : OperationKind.Payment,
                Amount = new Money((i % 4 < 2 ? -1 : 1) * (1000 + i), Currency.Euro),
                Method = i % 4 < 2 ? null : "cheque",
                OrderId = i % 4 < 2 ? $"order-{i}" : null,
                Details = i % 4 < 2 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["cheque-number"] = $"00{i}", ["cheque-bank"] = "Crédit = Agricole" },
                Memo = i % 3 == 0 ? "Two\nlines, \"quoted\" \\ and é 😀" : null,
                OccurredOn = new DateOnly(2026, 11, 27),
                RecordedAt = Begin.AddSeconds(i),
                RecordedBy = "stall",
                IdempotencyKey = $"key-{i + 1}",
                PreviousHash = before?.Hash ?? string.Empty,
                Hash = string.Empty,
            }));
        }

        return operations;
    }

    /// <summary>The operation with the hash that its content has.</summary>
    public static Operation Sealed(Operation operation) => operation with { Hash = OperationHash.Of(operation) };

    /// <summary>The lines of operations, each with its line feed.</summary>
    public static List<byte[]> Lines(IEnumerable<Operation> operations)
    {
        var lines = new List<byte[]>();
        var seal = string.Empty;
        foreach (var operation in operations)
        {
            (var line, seal) = OperationLine.Write(operation, seal);
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The note after the last of these lines.</summary>
    public static LastLine NoteOf(IReadOnlyList<byte[]> lines) => new(lines.Count, lines is [] ? string.Empty : Encoding.UTF8.GetString(lines[^1])[^67..^3]);

    public static Task<BooksReading> ReadAsync(IEnumerable<byte[]> lines, LastLine? note) => BooksReading.ReadAsync(lines.SelectMany(line => line).ToArray(), note, Currency.Euro);

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
