using Market.Ledger.Amounts;

namespace Market.Ledger.Trends;

/// <summary>What all accounts owed and held at the end of a month. No amount is negative.</summary>
/// <param name="Month">The month.</param>
/// <param name="Held">What was held for those who had credit.</param>
/// <param name="OfTheMonth">Debts that were made in it.</param>
/// <param name="OneMonthOld">Debts of the month before it.</param>
/// <param name="TwoMonthsOld">Debts of the month before that.</param>
/// <param name="Older">Debts older than that.</param>
public sealed record DebtMonth(Month Month, Money Held, Money OfTheMonth, Money OneMonthOld, Money TwoMonthsOld, Money Older)
{
    /// <summary>All that was owed.</summary>
    public Money Owed => OfTheMonth + OneMonthOld + TwoMonthsOld + Older;
}
