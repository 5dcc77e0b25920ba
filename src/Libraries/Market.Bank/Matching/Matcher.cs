using Market.Bank.Statements;
using Market.Ledger.Amounts;

namespace Market.Bank.Matching;

/// <summary>
/// Tells what lines of a bank statement are, by what the market knows, surest first. Nothing is guessed: what could be two things is proposed
/// as neither. Lines are told in their order, and what one of them takes is not proposed for the next.
/// </summary>
public sealed class Matcher
{
    private readonly AccountFinder _accounts;
    private readonly AnnouncedBook _announced;
    private readonly ArrivalFinder _arrivals;
    private readonly ReturnFinder _returns;
    private readonly RecordedBook _recorded;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _payers;

    /// <summary>Matches with a market as it stands.</summary>
    /// <param name="book">What it knows.</param>
    public Matcher(MatchBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        _accounts = new AccountFinder(book.Accounts);
        _announced = new AnnouncedBook(book.Announced);
        _arrivals = new ArrivalFinder(book.Arrivals);
        _returns = new ReturnFinder(book.Posted);
        _recorded = new RecordedBook(book.Recorded);
        _payers = book.Payers;
    }

    /// <summary>What the next line is.</summary>
    /// <param name="line">The line; the account at the other end by its keyed hash, where it is known at all.</param>
    public Proposal Match(BankLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var proposal = line.Amount.IsPositive ? In(line) : Out(line);
        if (proposal.Shares is [{ Announced: null } only] && _recorded.Take(only.AccountId, line) is { } recorded)
        {
            return new Proposal(proposal.Certainty, MatchReason.Recorded) { Recorded = recorded };
        }

        foreach (var share in proposal.Shares)
        {
            _announced.Take(share.Announced);
        }

        return proposal;
    }

    /// <summary>What an account is credited with where a person says that a line, or a part of it, is this account's: announced transfers are received by it.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="amount">How much of the line. Positive.</param>
    public IReadOnlyList<Share> Assign(string accountId, Money amount) => _announced.Share(accountId, amount);

    /// <summary>The transfer of the line's amount that somebody recorded by hand for an account; none where nobody did.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="line">The line.</param>
    public MatchRecorded? RecordedFor(string accountId, BankLine line) => _recorded.Find(accountId, line);

    private Proposal In(BankLine line)
    {
        if (_arrivals.Take(line) is { } arrival)
        {
            return arrival;
        }

        if (line.Movements > 1)
        {
            return new Proposal(Certainty.None, MatchReason.Batch);
        }

        if (line.IsReturn)
        {
            return new Proposal(Certainty.None, MatchReason.Return);
        }

        return ByReference(line) ?? ByAnnouncement(line) ?? ByPayer(line) ?? ByNumber(line) ?? ByName(line) ?? Near(line) ?? new Proposal(Certainty.None, MatchReason.Nothing);
    }

    private Proposal Out(BankLine line) =>
        _returns.Take(line)
        ?? _arrivals.Take(line)
        ?? new Proposal(Certainty.None, OutWords.Tell(line));

    private Proposal? ByReference(BankLine line)
    {
        var named = _accounts.ByReference(line);
        return named switch
        {
            [] => null,
            [var account] when !account.IsOpen => new Proposal(Certainty.None, MatchReason.ClosedAccount) { Hints = [account.Id] },
            [var account] => new Proposal(Certainty.Certain, MatchReason.Reference) { Shares = _announced.Share(account.Id, line.Amount) },
            _ => Split(named, line.Amount, MatchReason.SeveralReferences) ?? Ambiguous(named),
        };
    }

    private Proposal? ByAnnouncement(BankLine line)
    {
        var announcing = _announced.OfAmount(line.Amount).Select(_accounts.Find).OfType<MatchAccount>().Where(account => account.IsOpen).ToList();
        if (announcing.Count == 0)
        {
            return null;
        }

        var named = _accounts.ByName(line);
        var both = announcing.Where(account => named.Any(fit => fit.Account.Id == account.Id)).ToList();
        if (both is [var one])
        {
            var isWhole = named.Count(fit => fit.IsWhole) == 1 && named.Any(fit => fit.IsWhole && fit.Account.Id == one.Id);
            return new Proposal(isWhole ? Certainty.Certain : Certainty.Likely, MatchReason.AnnouncedAndName) { Shares = _announced.Share(one.Id, line.Amount) };
        }

        // Another client's name tells more than an amount that somebody else happened to announce.
        return both.Count > 1 || (announcing.Count > 1 && named.Count == 0) ? Ambiguous(both.Count > 1 ? both : announcing)
            : announcing.Count == 1 && named.Count == 0 && !IsAnothersPayer(line, announcing[0]) ? new Proposal(Certainty.Likely, MatchReason.Announced) { Shares = _announced.Share(announcing[0].Id, line.Amount) }
            : null;
    }

    private Proposal? ByPayer(BankLine line)
    {
        var known = PaidFor(line);
        var owing = known.Where(account => account.Balance == -line.Amount).ToList();
        return known.Count == 0 ? null
            : (known.Count == 1 ? known[0] : owing.Count == 1 ? owing[0] : null) is { } one ? new Proposal(Certainty.Likely, MatchReason.KnownPayer) { Shares = _announced.Share(one.Id, line.Amount) }
            : Split(known, line.Amount, MatchReason.KnownPayer) ?? Ambiguous(known);
    }

    private Proposal? ByNumber(BankLine line) => _accounts.ByNumber(line) switch
    {
        [var account] when !account.IsOpen => new Proposal(Certainty.None, MatchReason.ClosedAccount) { Hints = [account.Id] },
        [var account] => new Proposal(Certainty.Likely, MatchReason.Number) { Shares = _announced.Share(account.Id, line.Amount) },
        _ => null,
    };

    private Proposal? ByName(BankLine line)
    {
        var fits = _accounts.ByName(line);
        var whole = fits.Where(fit => fit.IsWhole).Select(fit => fit.Account).ToList();
        var named = whole.Count > 0 ? whole : [.. fits.Select(fit => fit.Account)];
        var owing = named.Where(account => account.IsOpen && account.Balance == -line.Amount).ToList();
        var recorded = owing.Count == 0 ? named.Where(account => _recorded.Find(account.Id, line) is not null).ToList() : [];
        return named.Count == 0 ? null
            : recorded is [var before] ? new Proposal(Certainty.Likely, MatchReason.Recorded) { Recorded = _recorded.Take(before.Id, line) }
            : owing is [var one] ? new Proposal(Certainty.Likely, MatchReason.AmountAndName) { Shares = _announced.Share(one.Id, line.Amount) }
            : named is [{ IsOpen: false } closed] ? new Proposal(Certainty.None, MatchReason.ClosedAccount) { Hints = [closed.Id] }
            : named is [var only] ? new Proposal(Certainty.None, MatchReason.Name) { Hints = [only.Id] }
            : Ambiguous(named);
    }

    private Proposal? Near(BankLine line) => _accounts.Near(line) is { Count: > 0 } near
        ? new Proposal(Certainty.None, MatchReason.NearReference) { Hints = [.. near.Take(MostHints).Select(account => account.Id)] }
        : null;

    // What each of them announced, or else owes, where all of it together is the amount.
    private Proposal? Split(IReadOnlyList<MatchAccount> accounts, Money amount, MatchReason reason)
    {
        if (accounts.Any(account => !account.IsOpen))
        {
            return null;
        }

        foreach (var due in (Func<MatchAccount, Money>[])[account => _announced.Total(account.Id, amount.Currency), account => account.Balance.IsNegative ? -account.Balance : Money.Zero(amount.Currency)])
        {
            var parts = accounts.Select(account => (account.Id, Due: due(account))).ToList();
            if (parts.All(part => part.Due.IsPositive) && parts.Aggregate(Money.Zero(amount.Currency), (sum, part) => sum + part.Due) == amount)
            {
                return new Proposal(Certainty.Likely, reason) { Shares = [.. parts.SelectMany(part => _announced.Share(part.Id, part.Due))] };
            }
        }

        return null;
    }

    private bool IsAnothersPayer(BankLine line, MatchAccount account) => PaidFor(line) is { Count: > 0 } known && known.All(other => other.Id != account.Id);

    private List<MatchAccount> PaidFor(BankLine line) => line.CounterpartyAccount is { } payer && _payers.TryGetValue(payer, out var ids)
        ? [.. ids.Select(_accounts.Find).OfType<MatchAccount>().Where(account => account.IsOpen)]
        : [];

    private static Proposal Ambiguous(IReadOnlyList<MatchAccount> accounts) =>
        new(Certainty.None, MatchReason.Ambiguous) { Hints = [.. accounts.Take(MostHints).Select(account => account.Id)] };

    private const int MostHints = 5;
}
