using System.Text;
using System.Text.RegularExpressions;
using Market.Bank.Statements;
using Market.Bank.Text;

namespace Market.Bank.Mt940;

/// <summary>Reads field 86: the numbered parts that many banks put in it (<c>?20</c>), words between signs (<c>/EREF/</c>, <c>EREF+</c>), or free text.</summary>
internal static partial class Mt940Details
{
    // A line of free text that is as long as one can be was cut where it ends, perhaps within a word.
    private const int LineLength = 65;

    public static BankLine Add(BankLine movement, string value)
    {
        var parts = Part().Matches(value);
        var text = parts.Count == 0 ? Unfold(value) : Joined(parts, number => number is ['2' or '6', _]);
        var said = Words(text);
        var name = parts.Count == 0 ? said.GetValueOrDefault("NAME") : Joined(parts, number => number is "32" or "33");
        var account = parts.Count == 0 ? said.GetValueOrDefault("IBAN") : Joined(parts, number => number is "31");
        var (remittance, reference) = Remittance(said.GetValueOrDefault("SVWZ") ?? said.GetValueOrDefault("REMI"));
        var reason = BankText.OrNull(said.GetValueOrDefault("RTRN")?.Split('/')[0]);
        return movement with
        {
            Text = BankText.OneLine(movement.Text, remittance ?? (reference is null ? text : null)),
            Reference = reference ?? movement.Reference,
            EndToEndId = BankText.EndToEndId(said.GetValueOrDefault("EREF")) ?? movement.EndToEndId,
            Counterparty = BankText.OrNull(name) ?? movement.Counterparty,
            CounterpartyAccount = BankText.Account(account) ?? movement.CounterpartyAccount,
            IsReturn = movement.IsReturn || reason is not null,
            ReturnReason = reason ?? movement.ReturnReason,
        };
    }

    // USTD//free text, or STRD/who issued it/the reference.
    private static (string? Text, string? Reference) Remittance(string? said) =>
        said is null ? (null, null)
        : said.StartsWith("STRD/", StringComparison.Ordinal) ? (null, BankText.OrNull(said.TrimEnd('/').Split('/')[^1]))
        : said.StartsWith("USTD//", StringComparison.Ordinal) ? (said["USTD//".Length..], null)
        : (said, null);

    // A text goes on in the next part without a space, as it was cut at 27 characters.
    private static string Joined(MatchCollection parts, Func<string, bool> isWanted) =>
        string.Concat(parts.Where(part => isWanted(part.Groups["number"].Value)).Select(part => part.Groups["text"].Value.Replace("\n", string.Empty, StringComparison.Ordinal)));

    private static string Unfold(string value)
    {
        var text = new StringBuilder();
        var last = LineLength;
        foreach (var line in value.Split('\n'))
        {
            text.Append(last < LineLength ? " " : string.Empty).Append(line);
            last = line.Length;
        }

        return text.ToString();
    }

    private static Dictionary<string, string> Words(string text)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in Word().Matches(text).Concat(Tag().Matches(text)))
        {
            // Some banks say a word twice, once with nothing behind it.
            var name = word.Groups["name"].Value;
            said[name] = BankText.OneLine(said.GetValueOrDefault(name), word.Groups["text"].Value.Trim('/', ' '));
        }

        // The account, the bank and the name of the other side at once.
        if (said.Remove("CNTP", out var other) && other.Split('/') is [var account, _, var counterparty, ..])
        {
            said.TryAdd("IBAN", account);
            said.TryAdd("NAME", counterparty);
        }

        return said;
    }

    [GeneratedRegex(@"\?(?<number>[0-9]{2})(?<text>(?:[^?]|\?(?![0-9]{2}))*)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<name>EREF|KREF|MREF|CRED|DEBT|SVWZ|REMI|ABWA|ABWE|RTRN|NAME|IBAN|BIC)\+(?<text>.*?)(?=(?:EREF|KREF|MREF|CRED|DEBT|SVWZ|REMI|ABWA|ABWE|RTRN|NAME|IBAN|BIC)\+|\z)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Word();

    [GeneratedRegex(@"/(?<name>EREF|KREF|PREF|MARF|CSID|REMI|NAME|IBAN|BIC|TRTP|ORDP|BENM|CNTP|RTRN|ADDR|PURP|ULTB|ULTD|ISDT|OCMT|CHGS|TRCD)/(?<text>.*?)(?=/(?:EREF|KREF|PREF|MARF|CSID|REMI|NAME|IBAN|BIC|TRTP|ORDP|BENM|CNTP|RTRN|ADDR|PURP|ULTB|ULTD|ISDT|OCMT|CHGS|TRCD)/|\z)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Tag();
}
