using System.Text;
using Market.Bank.Statements;
using Market.Ledger.Amounts;

namespace Market.Bank.Tests;

/// <summary>What the tests of all forms have in common.</summary>
internal static class Reading
{
    /// <summary>The account that the files are of.</summary>
    public const string Iban = "FR7630006000011234567890189";

    public static List<StatementPart> With(Func<Stream, IEnumerable<StatementPart>> reader, string text, Encoding? encoding = null) =>
        With(reader, (encoding ?? Encoding.UTF8).GetBytes(text));

    public static List<StatementPart> With(Func<Stream, IEnumerable<StatementPart>> reader, byte[] content)
    {
        using var file = new MemoryStream(content);
        return [.. reader(file)];
    }

    public static IEnumerable<BankLine> Lines(this IEnumerable<StatementPart> parts) => parts.OfType<StatementPart.Moved>().Select(moved => moved.Movement);

    public static StatementFault Fault(this IReadOnlyList<StatementPart> parts) => Assert.IsType<StatementPart.Broken>(parts[^1]).Fault;

    /// <summary>A file that breaks off anywhere before its end is broken, and no reader throws.</summary>
    public static void BreaksOffAnywhere(Func<Stream, IEnumerable<StatementPart>> reader, string whole, int from)
    {
        for (var length = 0; length < from; length++)
        {
            Assert.IsType<StatementPart.Broken>(With(reader, whole[..length])[^1]);
        }
    }

    public static Money Euros(decimal amount) => new((long)(amount * 100), Currency.Euro);

    public static DateOnly Day(int day) => new(2026, 11, day);
}
