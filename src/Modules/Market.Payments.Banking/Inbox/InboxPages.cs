using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Market.Bank.Matching;
using Market.Bank.Words;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Statements;
using Market.Payments.Banking.ViewModels;

namespace Market.Payments.Banking.Inbox;

/// <summary>Gathers what the pages of lines show: what waits with its proposals, made anew each time, and what was made of the rest.</summary>
public sealed class InboxPages(StatementStore store, MatchBookReader books, IClientAccounts accounts, IMarketTerms terms)
{
    public const int PageSize = 100;

    /// <summary>The lines that wait, each with its proposal.</summary>
    public async Task<IReadOnlyList<InboxLine>> WaitingAsync(string? importId)
    {
        var currency = (await terms.GetAsync()).Currency;

        // All that wait are told in their order: what one takes is proposed for no other, whichever file is looked at.
        var waiting = await store.InStateAsync(LineState.Waiting);
        var book = await books.ReadAsync(waiting);
        var matcher = new Matcher(book);
        var known = book.Accounts.ToDictionary(account => account.Id, StringComparer.Ordinal);
        var after = new Dictionary<string, Money>(StringComparer.Ordinal);
        var told = new List<InboxLine>();
        foreach (var line in waiting)
        {
            var proposal = matcher.Match(line.ToLine(currency));
            if (importId is null || line.ImportId == importId)
            {
                told.Add(new InboxLine(line, proposal, About(proposal, known, after)));
            }
        }

        return told;
    }

    public async Task<InboxViewModel> FillAsync(ImportRow? import, InboxFilter? filter, string? search, int page)
    {
        var waiting = await WaitingAsync(import?.ImportId);
        var certain = waiting.Where(line => FilterOf(line) is InboxFilter.Certain).ToList();
        var (counts, rest) = await RestAsync(import);
        foreach (var group in waiting.GroupBy(FilterOf))
        {
            counts[group.Key] = group.Count();
        }

        var show = filter ?? Enum.GetValues<InboxFilter>().FirstOrDefault(one => counts.GetValueOrDefault(one) > 0 && one < InboxFilter.Out, InboxFilter.Open);
        var shown = (show is InboxFilter.Left or InboxFilter.Done ? rest.Where(line => IsLeft(line.Line) == (show is InboxFilter.Left)) : waiting.Where(line => FilterOf(line) == show))
            .Where(line => Holds(line, search)).ToList();
        var currency = (await terms.GetAsync()).Currency;
        var lines = shown.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return new InboxViewModel
        {
            Import = import,
            Statements = import is null ? [] : await store.StatementsAsync(import.ImportId),
            Show = show,
            Search = search,
            Counts = counts,
            Lines = show is InboxFilter.Done && import is not null ? await WithAccountsAsync(import, lines, currency) : lines,
            CertainCount = certain.Count,
            CertainSum = SumOf(certain, currency),
            Sum = SumOf(lines, currency),
            Currency = currency,
            Mark = MarkOf(certain),
            Total = shown.Count,
        };
    }

    /// <summary>Says what is certain, so that what is posted is what was shown.</summary>
    public static string MarkOf(IEnumerable<InboxLine> certain) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', certain.Select(line => $"{line.Line.LineId} {line.Decision}")))));

    public static InboxFilter FilterOf(InboxLine line) => line.Proposal switch
    {
        { Certainty: Certainty.Certain } => InboxFilter.Certain,
        { Certainty: Certainty.Likely } => InboxFilter.Likely,
        { Reason: MatchReason.BankFee or MatchReason.MoneyOut } => InboxFilter.Out,
        _ => InboxFilter.Open,
    };

    // Those of all files are too many: of each only what is decided in a file's page.
    private async Task<(Dictionary<InboxFilter, int> Counts, IReadOnlyList<InboxLine> Others)> RestAsync(ImportRow? import)
    {
        if (import is null)
        {
            var doubtful = await store.InStateAsync(LineState.Doubtful);
            return (new Dictionary<InboxFilter, int> { [InboxFilter.Left] = doubtful.Count }, [.. doubtful.Select(Bare)]);
        }

        var all = (await store.OfImportAsync(import.ImportId, null, 0, StatementDesk.MostLines)).Where(line => !line.Is(LineState.Waiting)).Select(Bare).ToList();
        return (new Dictionary<InboxFilter, int> { [InboxFilter.Left] = all.Count(line => IsLeft(line.Line)), [InboxFilter.Done] = all.Count(line => !IsLeft(line.Line)) }, all);
    }

    private async Task<IReadOnlyList<InboxLine>> WithAccountsAsync(ImportRow import, List<InboxLine> lines, Currency currency)
    {
        var shares = (await store.SharesOfImportAsync(import.ImportId)).ToLookup(share => share.LineId, StringComparer.Ordinal);
        var names = await accounts.FindManyAsync([.. lines.SelectMany(line => SharesOf(line.Line)).Select(share => share.AccountId).Distinct(StringComparer.Ordinal)]);
        return [.. lines.Select(line => line with
        {
            Accounts = [.. SharesOf(line.Line).Select(share => new InboxAccount(share.AccountId, names.GetValueOrDefault(share.AccountId)?.Name ?? string.Empty, new Money(share.Amount, currency), null))],
        })];

        IEnumerable<ShareRow> SharesOf(LineRow line) => line.Is(LineState.Posted) || line.Is(LineState.CameBack) ? shares[line.LineId] : [];
    }

    private static List<InboxAccount> About(Proposal proposal, Dictionary<string, MatchAccount> known, Dictionary<string, Money> after)
    {
        var about = new List<InboxAccount>();
        foreach (var accountId in proposal.Shares.Select(share => share.AccountId).Append(proposal.Recorded?.AccountId).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var account = known[accountId];
            var before = after.GetValueOrDefault(accountId, account.Balance);
            var paid = proposal.Shares.Where(share => share.AccountId == accountId).Aggregate(Money.Zero(before.Currency), (sum, share) => sum + share.Amount);
            after[accountId] = before + paid;
            about.Add(new InboxAccount(accountId, account.Name, before, before + paid));
        }

        about.AddRange(proposal.Hints.Select(hint => new InboxAccount(hint, known[hint].IsOpen ? known[hint].Name : known[hint].Number, known[hint].Balance, null)));
        return about;
    }

    private static bool IsLeft(LineRow line) => line.Is(LineState.Known) || line.Is(LineState.Doubtful);

    private static InboxLine Bare(LineRow line) => new(line, null, []);

    private static Money SumOf(IEnumerable<InboxLine> lines, Currency currency) => new(lines.Sum(line => line.Line.Amount), currency);

    // By name, words, reference or amount, as it stands in the file or on the account.
    private static bool Holds(InboxLine line, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return true;
        }

        var sought = BankWords.Fold(search);
        var digits = new string([.. search.Where(char.IsAsciiDigit)]);
        return new[] { line.Line.Text, line.Line.Counterparty, line.Line.Reference, line.Line.EndToEndId, line.Line.BankId }.Concat(line.Accounts.Select(account => account.Name))
                .Any(text => BankWords.Fold(text).Contains(sought, StringComparison.Ordinal))
            || (digits.Length > 0 && search.All(character => char.IsAsciiDigit(character) || character is ',' or '.' or ' ' or '-')
                && (Math.Abs(line.Line.Amount).ToString(CultureInfo.InvariantCulture) == digits || Math.Abs(line.Line.Amount).ToString(CultureInfo.InvariantCulture) == digits + "00"));
    }
}
