using Market.Bank.Statements;

namespace Market.Bank.Matching;

/// <summary>The transfers that people recorded by hand, each of which one line shows.</summary>
internal sealed class RecordedBook(IReadOnlyList<MatchRecorded> recorded)
{
    private const int DaysBefore = 15;
    private const int DaysAfter = 30;

    private readonly Dictionary<string, List<MatchRecorded>> _ofAccount = recorded.GroupBy(one => one.AccountId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    public MatchRecorded? Take(string accountId, BankLine line)
    {
        var found = Find(accountId, line);
        if (found is not null)
        {
            _ofAccount[accountId].Remove(found);
        }

        return found;
    }

    // People record on the day they see it, before the bank's day or long after; the nearest day is it.
    public MatchRecorded? Find(string accountId, BankLine line) => _ofAccount.GetValueOrDefault(accountId, [])
        .Where(one => one.Amount == line.Amount && one.On.DayNumber >= line.BookedOn.DayNumber - DaysBefore && one.On.DayNumber <= line.BookedOn.DayNumber + DaysAfter)
        .MinBy(one => Math.Abs(one.On.DayNumber - line.BookedOn.DayNumber));
}
