using Market.Ledger.Banking;

namespace Market.Bank.Words;

/// <summary>Finds creditor references (ISO 11649) in what payers and banks write.</summary>
public static class ReferenceText
{
    private const int HeadLength = 4;
    private const int LongestReference = HeadLength + CreditorReference.MaxBodyLength;

    /// <summary>
    /// The references that a text holds whole: with spaces or not, anywhere in it, in either case. Each begins and ends where a word does,
    /// and its check digits fit; of two that begin at one place both are told, the longer one first.
    /// </summary>
    public static IEnumerable<string> Find(string? text) => Candidates(text).Where(CreditorReference.IsValid);

    /// <summary>What begins like a reference and could be one with a slip of the pen in it: its check digits do not fit.</summary>
    public static IEnumerable<string> FindBroken(string? text) =>
        Candidates(text).Where(candidate => candidate.Length > HeadLength && !CreditorReference.IsValid(candidate));

    /// <summary>Whether two references of one length differ in one character, or in two neighbours that changed places.</summary>
    public static bool IsNear(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Length != other.Length)
        {
            return false;
        }

        var differing = Enumerable.Range(0, one.Length).Where(place => one[place] != other[place]).Take(3).ToArray();
        return differing is [_]
            || (differing is [var first, var second] && second == first + 1 && one[first] == other[second] && one[second] == other[first]);
    }

    private static IEnumerable<string> Candidates(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            yield break;
        }

        for (var start = 0; start + 1 < text.Length; start++)
        {
            if (!IsHead(text, start))
            {
                continue;
            }

            foreach (var end in Ends(text, start))
            {
                yield return end;
            }
        }
    }

    // RF at the beginning of a word, and two digits after it, with spaces or without.
    private static bool IsHead(string text, int start) =>
        (text[start] is 'R' or 'r')
        && (text[start + 1] is 'F' or 'f')
        && (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
        && text.Skip(start + 2).Where(character => character != ' ').Take(2).Count(char.IsAsciiDigit) == 2;

    // Wherever a word ends after it, the longest first.
    private static Stack<string> Ends(string text, int start)
    {
        var value = new System.Text.StringBuilder();
        var ends = new Stack<string>();
        for (var place = start; place < text.Length && value.Length <= LongestReference; place++)
        {
            var character = text[place];
            if (char.IsAsciiLetterOrDigit(character))
            {
                value.Append(char.ToUpperInvariant(character));
                var isEnd = place + 1 == text.Length || !char.IsLetterOrDigit(text[place + 1]);
                if (isEnd && value.Length > HeadLength && value.Length <= LongestReference)
                {
                    ends.Push(value.ToString());
                }
            }
            else if (character != ' ')
            {
                break;
            }
        }

        return ends;
    }
}
