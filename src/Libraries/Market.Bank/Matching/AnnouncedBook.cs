using Market.Ledger.Amounts;

namespace Market.Bank.Matching;

/// <summary>The transfers that are announced and that no line has taken.</summary>
internal sealed class AnnouncedBook
{
    private readonly Dictionary<string, List<MatchAnnounced>> _ofAccount;
    private readonly Dictionary<string, MatchAnnounced> _byId;
    private readonly Dictionary<Money, List<string>> _accountsByAmount = [];

    public AnnouncedBook(IEnumerable<MatchAnnounced> announced)
    {
        _byId = announced.ToDictionary(one => one.Id, StringComparer.Ordinal);
        _ofAccount = _byId.Values.GroupBy(one => one.AccountId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var (accountId, all) in _ofAccount)
        {
            foreach (var amount in all.Select(one => one.Amount).Append(all.Aggregate(Money.Zero(all[0].Amount.Currency), (sum, one) => sum + one.Amount)).Distinct())
            {
                (_accountsByAmount.TryGetValue(amount, out var accounts) ? accounts : _accountsByAmount[amount] = []).Add(accountId);
            }
        }
    }

    /// <summary>The accounts that announced this amount, by one transfer or by all of theirs together.</summary>
    public IEnumerable<string> OfAmount(Money amount) => _accountsByAmount.GetValueOrDefault(amount, [])
        .Where(accountId => Of(accountId).Any(one => one.Amount == amount) || (Of(accountId).Count > 0 && Total(accountId, amount.Currency) == amount));

    public Money Total(string accountId, Currency currency) => Of(accountId).Aggregate(Money.Zero(currency), (sum, one) => sum + one.Amount);

    /// <summary>
    /// What an amount pays of what the account announced: the transfer of that amount; all of them, where they come to it; the only one,
    /// whatever it comes to. Otherwise it was not announced.
    /// </summary>
    public IReadOnlyList<Share> Share(string accountId, Money amount)
    {
        var open = Of(accountId);
        return open.Find(one => one.Amount == amount) is { } exact ? [new Share(accountId, amount, exact.Id)]
            : open.Count > 1 && Total(accountId, amount.Currency) == amount ? [.. open.Select(one => new Share(accountId, one.Amount, one.Id))]
            : [new Share(accountId, amount, open.Count == 1 ? open[0].Id : null)];
    }

    public void Take(string? id)
    {
        if (id is not null && _byId.Remove(id, out var one))
        {
            _ofAccount[one.AccountId].Remove(one);
        }
    }

    private List<MatchAnnounced> Of(string accountId) => _ofAccount.GetValueOrDefault(accountId, []);
}
