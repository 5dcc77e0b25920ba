using Market.Bank.Statements;
using Market.Bank.Words;

namespace Market.Bank.Matching;

/// <summary>Finds the posted line that money going out takes back, each once.</summary>
internal sealed class ReturnFinder
{
    private static readonly string[] ReturnWords = ["retour", "retourne", "rejet", "rejete", "rejets", "rej", "annulation", "annul", "return", "returned", "recall", "rappel", "reversal", "rtn"];

    private readonly Dictionary<long, List<MatchPosted>> _byAmount;

    public ReturnFinder(IEnumerable<MatchPosted> posted) =>
        _byAmount = posted.GroupBy(one => one.Line.Amount.MinorUnits).ToDictionary(group => group.Key, group => group.ToList());

    public Proposal? Take(BankLine line)
    {
        var words = BankWords.Of(line.Counterparty, line.Text);
        if (!line.IsReturn && !words.Any(ReturnWords.Contains))
        {
            return null;
        }

        var before = _byAmount.GetValueOrDefault(-line.Amount.MinorUnits, []).Where(one => one.Line.BookedOn <= line.BookedOn).ToList();
        var named = before.Where(one => Same(one.Line.EndToEndId, line.EndToEndId) || SharesReference(one.Line, line)).ToList();
        if (named.Count == 1)
        {
            return Found(named[0], line.IsReturn ? Certainty.Certain : Certainty.Likely);
        }

        var alike = before.Where(one => Same(one.Line.CounterpartyAccount, line.CounterpartyAccount) || BankWords.Agree(BankWords.Of(one.Line.Counterparty), [.. words.Except(ReturnWords)])).ToList();
        return alike.Count == 1 ? Found(alike[0], Certainty.Likely) : new Proposal(Certainty.None, MatchReason.Return);
    }

    private Proposal Found(MatchPosted one, Certainty certainty)
    {
        _byAmount[one.Line.Amount.MinorUnits].Remove(one);
        return new Proposal(certainty, MatchReason.Return) { Returns = one.Id };
    }

    private static bool Same(string? one, string? other) => one is not null && one == other && BankWords.Of(one).Count > 0;

    private static bool SharesReference(BankLine one, BankLine other) =>
        ReferenceText.Find(one.Reference).Concat(ReferenceText.Find(one.Text)).Intersect(ReferenceText.Find(other.Reference).Concat(ReferenceText.Find(other.Text))).Any();
}
