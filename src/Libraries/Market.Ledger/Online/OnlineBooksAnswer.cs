using Market.Ledger.Postings;

namespace Market.Ledger.Online;

/// <summary>What became of the books.</summary>
/// <param name="Booked">What stands in them now.</param>
/// <param name="Refusal">Why not all of it does that should; none where it does.</param>
public sealed record OnlineBooksAnswer(OnlineBooked Booked, Refusal? Refusal)
{
    internal OnlineBooksAnswer Then(OnlineBooksAnswer next) => next with { Refusal = Refusal ?? next.Refusal };
}
