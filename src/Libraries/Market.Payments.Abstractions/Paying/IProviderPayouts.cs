using Market.Ledger.Journals;
using Market.Ledger.Payouts;

namespace Market.Payments;

/// <summary>The money that card providers send to the market's bank, as it is booked: nothing of it is changed or taken away later.</summary>
public interface IProviderPayouts
{
    /// <summary>
    /// Books what is known of a payout and is not booked yet, in the unit of work under way; a module that takes cards calls it whenever it
    /// hears of one, as often as it likes. One in another currency than the market's is left out.
    /// </summary>
    /// <param name="facts">All that is known of the payout.</param>
    /// <param name="learntAt">When the market learnt of it, where that was before and the journals have said so; otherwise it is now.</param>
    Task KeepAsync(PayoutFacts facts, DateTimeOffset? learntAt = null);

    /// <summary>What is booked on these days of the market, both included. A payout that came back is there twice.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    Task<IReadOnlyList<ProviderPayout>> OfDaysAsync(DateOnly from, DateOnly to);
}
