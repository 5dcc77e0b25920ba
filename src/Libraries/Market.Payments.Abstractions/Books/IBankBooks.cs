using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>What the books say of the market's bank accounts, to be compared with what the bank says.</summary>
public interface IBankBooks
{
    /// <summary>What moved on the bank's account of the books (512) on these days of the market, both included: transfers received and given back, deposit slips, payouts.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <returns>Positive where more came in than went out.</returns>
    Task<Money> MovedAsync(DateOnly from, DateOnly to);
}
