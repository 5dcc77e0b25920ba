using Market.Ledger.Journals;

namespace Market.Payments;

/// <summary>What a module that takes cards knows of the money its provider sent to the bank.</summary>
public interface IProviderPayouts
{
    /// <summary>The payouts that arrive on these days of the market, both included, in its currency. One that failed is none.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    Task<IReadOnlyList<ProviderPayout>> OfDaysAsync(DateOnly from, DateOnly to);
}
