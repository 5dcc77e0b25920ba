using Market.Ledger.Amounts;

namespace Market.Bank.Statements;

/// <summary>What a statement comes to.</summary>
/// <param name="Account">The account.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Lines">How many lines there are.</param>
/// <param name="Sum">What they come to. Negative where more went out than came in.</param>
/// <param name="Opening">The balance before; none where the file does not say it.</param>
/// <param name="Closing">The balance after; none where the file does not say it.</param>
public sealed record StatementTotals(string Account, Currency Currency, int Lines, Money Sum, BankBalance? Opening, BankBalance? Closing)
{
    /// <summary>By how much the balances do not tie: the closing one less the opening one and the lines. None where one of them is not said.</summary>
    public Money? Difference => Opening is { } opening && Closing is { } closing ? closing.Amount - opening.Amount - Sum : null;

    /// <summary>What each statement of a file comes to.</summary>
    /// <param name="parts">What the file says, whole.</param>
    /// <exception cref="InvalidOperationException">The file is broken.</exception>
    /// <remarks>A reader ends with <see cref="StatementPart.Broken"/> where a sum does not fit, so that none of what it says does not fit here.</remarks>
    public static IEnumerable<StatementTotals> Of(IEnumerable<StatementPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        StatementTotals? totals = null;
        foreach (var part in parts)
        {
            switch (part)
            {
                case StatementPart.Began began:
                    totals = new StatementTotals(began.Account, began.Currency, 0, Money.Zero(began.Currency), began.Opening, null);
                    break;
                case StatementPart.Moved moved:
                    totals = totals! with { Lines = totals.Lines + 1, Sum = totals.Sum + moved.Movement.Amount };
                    break;
                case StatementPart.Ended ended:
                    yield return totals! with { Closing = ended.Closing };
                    break;
                case StatementPart.Broken:
                    throw new InvalidOperationException("A file that is broken comes to nothing.");
            }
        }
    }
}
