using System.Globalization;
using Market.Bank.Statements;
using Market.Bank.Words;

namespace Market.Bank.Identity;

/// <summary>What of a line is compared.</summary>
internal sealed class LineFacts
{
    private const int ShortestId = 4;

    private LineFacts(BankLine line)
    {
        Line = line;
        Signature = string.Join('|', line.BookedOn.DayNumber.ToString(CultureInfo.InvariantCulture), BankWords.Fold(line.Text), BankWords.Fold(line.Counterparty), BankWords.Fold(line.Reference), BankWords.Fold(line.EndToEndId));
        Words = new Lazy<IReadOnlyList<string>>(() => BankWords.Of(line.Counterparty, line.Text));
        References = new Lazy<IReadOnlyList<string>>(() => [.. ReferenceText.Find(line.Reference).Concat(ReferenceText.Find(line.Text)).Distinct(StringComparer.Ordinal)]);
        BankId = Said(line.BankId);
        EndToEndId = Said(line.EndToEndId);
    }

    public BankLine Line { get; }

    /// <summary>The bank's id, where it is one line's only.</summary>
    public string? BankId { get; private set; }

    public string? EndToEndId { get; private set; }

    /// <summary>The day and all that is said: the same each time a file of this form shows the movement.</summary>
    public string Signature { get; }

    public Lazy<IReadOnlyList<string>> Words { get; }

    public Lazy<IReadOnlyList<string>> References { get; }

    public static LineFacts Of(Showing showing) => new(showing.Line);

    /// <summary>The lines of one account of a file: an id that several of them bear tells none of them.</summary>
    public static LineFacts[] Of(IReadOnlyList<BankLine> lines)
    {
        var facts = lines.Select(line => new LineFacts(line)).ToArray();
        var bankIds = Repeated(facts.Select(fact => fact.BankId));
        var endToEndIds = Repeated(facts.Select(fact => fact.EndToEndId));
        foreach (var fact in facts)
        {
            fact.BankId = fact.BankId is { } id && bankIds.Contains(id) ? null : fact.BankId;
            fact.EndToEndId = fact.EndToEndId is { } end && endToEndIds.Contains(end) ? null : fact.EndToEndId;
        }

        return facts;
    }

    private static HashSet<string> Repeated(IEnumerable<string?> ids) =>
        ids.OfType<string>().GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);

    // What banks write where there is none.
    private static string? Said(string? id) =>
        id is { Length: >= ShortestId } && BankWords.Fold(id) is not ("notprovided" or "nonref" or "none" or "nonreference") && id.Any(character => character is not ('0' or ' ')) ? id : null;
}
