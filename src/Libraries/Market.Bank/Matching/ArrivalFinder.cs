using Market.Bank.Statements;
using Market.Bank.Words;

namespace Market.Bank.Matching;

/// <summary>Finds the slips and payouts that lines show, each once.</summary>
internal sealed class ArrivalFinder(IReadOnlyList<MatchArrival> arrivals)
{
    private const int DaysBefore = 3;
    private const int DaysAfter = 15;

    private static readonly string[] SlipWords = ["cheque", "cheques", "chq", "chqs", "remise", "rem", "remcb"];

    private readonly List<MatchArrival> _open = [.. arrivals];

    public Proposal? Take(BankLine line)
    {
        var words = BankWords.Of(line.Counterparty, line.Text, line.Reference, line.EndToEndId);
        var candidates = _open.Where(arrival => arrival.Amount == line.Amount
            && line.BookedOn.DayNumber >= arrival.On.DayNumber - DaysBefore
            && line.BookedOn.DayNumber <= arrival.On.DayNumber + DaysAfter).Select(arrival => (Arrival: arrival, IsNamed: IsNamed(arrival, words), IsSaid: IsSaid(arrival, words))).ToList();
        var said = candidates.Where(candidate => candidate.IsSaid).ToList();
        if (said.Count == 0)
        {
            return null;
        }

        var named = said.Where(candidate => candidate.IsNamed).ToList();
        var found = (named.Count > 0 ? named : said)[0].Arrival;
        _open.Remove(found);
        var isCertain = named.Count == 1 || said.Count == 1;
        return new Proposal(isCertain ? Certainty.Certain : Certainty.Likely, found.Kind is ArrivalKind.Slip ? MatchReason.Slip : MatchReason.Payout) { Arrival = found };
    }

    private static bool IsNamed(MatchArrival arrival, IReadOnlyList<string> words) => BankWords.Of(arrival.Name) is { Count: > 0 } name && name.All(words.Contains);

    // An amount alone says nothing: the bank must say that it is cheques, or name the provider.
    private static bool IsSaid(MatchArrival arrival, IReadOnlyList<string> words) => arrival.Kind is ArrivalKind.Slip
        ? words.Any(SlipWords.Contains)
        : IsNamed(arrival, words);
}
