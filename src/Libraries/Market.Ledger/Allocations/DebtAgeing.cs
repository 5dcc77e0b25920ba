using Market.Ledger.Amounts;

namespace Market.Ledger.Allocations;

/// <summary>What is owed on a day, by how long it has been owed. All amounts are zero or more; what is held as credit is no part of it.</summary>
/// <param name="UpTo30Days">Debts of the day, of the 30 days before it, and of days to come.</param>
/// <param name="UpTo60Days">Debts 31 to 60 days old.</param>
/// <param name="UpTo90Days">Debts 61 to 90 days old.</param>
/// <param name="Older">Debts more than 90 days old.</param>
/// <param name="OldestSince">The oldest debt's day; none where nothing is owed.</param>
public sealed record DebtAgeing(Money UpTo30Days, Money UpTo60Days, Money UpTo90Days, Money Older, DateOnly? OldestSince)
{
    /// <summary>All that is owed.</summary>
    public Money Total => UpTo30Days + UpTo60Days + UpTo90Days + Older;

    /// <summary>Nothing owed.</summary>
    public static DebtAgeing None(Currency currency)
    {
        var none = Money.Zero(currency);
        return new DebtAgeing(none, none, none, none, null);
    }

    /// <summary>The ages of an account's open debts.</summary>
    /// <param name="allocation">The account's allocation.</param>
    /// <param name="day">The market's day to count from.</param>
    public static DebtAgeing Of(Allocation allocation, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        return Of(allocation.Debts, allocation.Credit.Currency, day);
    }

    /// <summary>The ages of open debts.</summary>
    /// <param name="debts">The debts.</param>
    /// <param name="currency">The market's currency.</param>
    /// <param name="day">The market's day to count from.</param>
    public static DebtAgeing Of(IEnumerable<OpenDebt> debts, Currency currency, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(debts);
        ArgumentNullException.ThrowIfNull(currency);
        var (none, oldest) = (Money.Zero(currency), (DateOnly?)null);
        var (upTo30, upTo60, upTo90, older) = (none, none, none, none);
        foreach (var debt in debts)
        {
            oldest = Earlier(oldest, debt.Since);
            switch (debt.AgeOn(day))
            {
                case <= 30:
                    upTo30 += debt.Remaining;
                    break;
                case <= 60:
                    upTo60 += debt.Remaining;
                    break;
                case <= 90:
                    upTo90 += debt.Remaining;
                    break;
                default:
                    older += debt.Remaining;
                    break;
            }
        }

        return new DebtAgeing(upTo30, upTo60, upTo90, older, oldest);
    }

    /// <summary>The debts of two accounts, or of two groups of them, together.</summary>
    public static DebtAgeing operator +(DebtAgeing left, DebtAgeing right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new DebtAgeing(
            left.UpTo30Days + right.UpTo30Days,
            left.UpTo60Days + right.UpTo60Days,
            left.UpTo90Days + right.UpTo90Days,
            left.Older + right.Older,
            Earlier(left.OldestSince, right.OldestSince));
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;
}
