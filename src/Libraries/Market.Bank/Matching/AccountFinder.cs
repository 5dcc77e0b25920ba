using Market.Bank.Statements;
using Market.Bank.Words;

namespace Market.Bank.Matching;

/// <summary>Finds the accounts that a line names.</summary>
internal sealed class AccountFinder
{
    private const int ShortestName = 3;

    private readonly Dictionary<string, MatchAccount> _byId;
    private readonly Dictionary<string, MatchAccount> _byReference;
    private readonly Dictionary<string, List<MatchAccount>> _byNumber;
    private readonly Dictionary<(string Word, string Next), List<NamedAccount>> _byName = [];
    private readonly ILookup<int, MatchAccount> _byReferenceLength;

    public AccountFinder(IReadOnlyList<MatchAccount> accounts)
    {
        _byId = accounts.ToDictionary(account => account.Id, StringComparer.Ordinal);
        _byReference = accounts.Where(account => account.Reference.Length > 0).ToDictionary(account => account.Reference, StringComparer.Ordinal);
        _byReferenceLength = accounts.ToLookup(account => account.Reference.Length);
        _byNumber = accounts.GroupBy(account => Bare(account.Number), StringComparer.Ordinal).Where(group => group.Key.Length > 1).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var (place, account) in accounts.Index())
        {
            Add(new NamedAccount(account, BankWords.Of(account.Name), place));
        }
    }

    public MatchAccount? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The accounts whose references stand whole in the line.</summary>
    public IReadOnlyList<MatchAccount> ByReference(BankLine line) =>
        [.. Texts(line).SelectMany(ReferenceText.Find).Select(reference => _byReference.GetValueOrDefault(reference)).OfType<MatchAccount>().Distinct()];

    /// <summary>The accounts that have nearly a reference of the line.</summary>
    public IReadOnlyList<MatchAccount> Near(BankLine line) =>
        [.. Texts(line).SelectMany(ReferenceText.FindBroken).Distinct(StringComparer.Ordinal)
            .SelectMany(broken => _byReferenceLength[broken.Length].Where(account => ReferenceText.IsNear(account.Reference, broken))).Distinct()];

    /// <summary>The accounts whose numbers stand in the line as people are told them: <c>C-0042</c>.</summary>
    public IReadOnlyList<MatchAccount> ByNumber(BankLine line) =>
        [.. Texts(line).SelectMany(text => (text ?? string.Empty).Split([' ', ',', ';', ':', '/', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Any(char.IsAsciiLetter))
            .Select(Bare).SelectMany(word => _byNumber.GetValueOrDefault(word, [])).Distinct()];

    /// <summary>
    /// The accounts whose names the line bears: whole, where each word of the name is there; in part, where a word is, and of the others a
    /// first letter.
    /// </summary>
    public IReadOnlyList<NameFit> ByName(BankLine line)
    {
        var words = BankWords.Of(line.Counterparty, line.Text);
        return [.. words.Where(word => word.Length >= ShortestName)
            .SelectMany(word => words.SelectMany(next => _byName.GetValueOrDefault((word, next), [])).OrderBy(named => named.Place))
            .DistinctBy(named => named.Place)
            .Select(named => named.Fit(words)).OfType<NameFit>()];
    }

    // By each word with the one that follows it, or the first letter of that: half of a market may have one first name.
    private void Add(NamedAccount named)
    {
        for (var place = 0; place < named.Words.Count; place++)
        {
            var (word, next) = (named.Words[place], named.Words[(place + 1) % named.Words.Count]);
            if (word.Length < ShortestName)
            {
                continue;
            }

            foreach (var key in new[] { (word, next), (word, next[..1]) }.Distinct())
            {
                (_byName.TryGetValue(key, out var list) ? list : _byName[key] = []).Add(named);
            }
        }
    }

    private static IEnumerable<string?> Texts(BankLine line) => [line.Reference, line.EndToEndId, line.Text];

    private static string Bare(string number) => new([.. number.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);

    private sealed record NamedAccount(MatchAccount Account, IReadOnlyList<string> Words, int Place)
    {
        public NameFit? Fit(IReadOnlyList<string> words)
        {
            var missing = Words.Where(word => !words.Contains(word)).ToList();
            return missing.Count == 0 ? new NameFit(Account, IsWhole: Words.Count > 1)
                : missing.Count < Words.Count && missing.TrueForAll(word => words.Any(initial => initial.Length == 1 && word.StartsWith(initial, StringComparison.Ordinal))) ? new NameFit(Account, IsWhole: false)
                : null;
        }
    }
}

/// <summary>An account whose name a line bears.</summary>
/// <param name="Account">The account.</param>
/// <param name="IsWhole">Whether all of a name of two words or more stands there.</param>
internal sealed record NameFit(MatchAccount Account, bool IsWhole);
