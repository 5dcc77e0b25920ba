using System.Text.RegularExpressions;
using Market.Bank.Statements;
using Market.Bank.Text;

namespace Market.Bank.Mt940;

/// <summary>Reads field 86: free text, or the numbered parts that many banks put in it.</summary>
internal static partial class Mt940Details
{
    public static BankLine Add(BankLine movement, string value)
    {
        if (Part().Matches(value) is not { Count: > 0 } parts)
        {
            return movement with { Text = BankText.OneLine(movement.Text, value) };
        }

        var texts = parts.Where(part => part.Groups["number"].Value is ['2' or '6', _]).Select(part => part.Groups["text"].Value.Replace("\n", string.Empty, StringComparison.Ordinal));

        // A text goes on in the next part without a space, as it was cut at 27 characters.
        var text = string.Concat(texts);
        var words = Word().Matches(text).ToDictionary(word => word.Groups["name"].Value, word => word.Groups["text"].Value, StringComparer.Ordinal);
        return movement with
        {
            Text = BankText.OneLine(movement.Text, words.GetValueOrDefault("SVWZ", text)),
            EndToEndId = BankText.OrNull(words.GetValueOrDefault("EREF")) is { } id && id != "NOTPROVIDED" ? id : movement.EndToEndId,
            Counterparty = BankText.OrNull(string.Concat(Of("32"), Of("33"))),
            CounterpartyAccount = BankText.OrNull(Of("31"))?.Replace(" ", string.Empty, StringComparison.Ordinal),
        };

        string Of(string number) => string.Concat(parts.Where(part => part.Groups["number"].Value == number).Select(part => part.Groups["text"].Value.Replace("\n", string.Empty, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\?(?<number>\d\d)(?<text>(?:[^?]|\?(?!\d\d))*)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<name>EREF|KREF|MREF|CRED|SVWZ|ABWA)\+(?<text>.*?)(?=(?:EREF|KREF|MREF|CRED|SVWZ|ABWA)\+|\z)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Word();
}
