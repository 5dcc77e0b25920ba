using Market.Ledger.Amounts;
using Market.Ledger.Payouts;

namespace Market.Ledger.Journals;

/// <summary>
/// Money that a card provider sent to the market's bank, less what it keeps, or that a deposit slip of cheques brought there: it moves no
/// client's account, and the journals book it.
/// </summary>
/// <param name="Method">The technical name of the payment method whose money it is.</param>
/// <param name="Id">The provider's id, or the slip's reference, by which the bank's line is matched.</param>
/// <param name="Day">The market's day on which it arrives at the bank.</param>
/// <param name="RecordedAt">When the market learnt of it, in UTC.</param>
/// <param name="Amount">What arrives at the bank. Negative where the provider takes money from it.</param>
/// <param name="Fees">What the provider keeps of the payments it holds. Negative where it gives fees back.</param>
public sealed record ProviderPayout(string Method, string Id, DateOnly Day, DateTimeOffset RecordedAt, Money Amount, Money Fees)
{
    /// <summary>Why it is booked: several entries of one payout have its id.</summary>
    public PayoutMovement Movement { get; init; } = PayoutMovement.Arrived;

    /// <summary>The day it is of, where it is booked on another because that one was closed.</summary>
    public DateOnly? ClosedDay { get; init; }
}
