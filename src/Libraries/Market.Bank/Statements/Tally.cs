namespace Market.Bank.Statements;

/// <summary>Adds a statement up as it is read, so that whoever adds it up later finds amounts that fit.</summary>
internal sealed class Tally
{
    private Int128? _opening;
    private Int128 _sum;

    /// <summary>Whether what the statement comes to, and by how much its balances do not tie, are still amounts.</summary>
    public bool Holds(StatementPart part)
    {
        switch (part)
        {
            case StatementPart.Began began:
                (_opening, _sum) = (began.Opening?.Amount.MinorUnits, 0);
                return true;
            case StatementPart.Moved moved:
                _sum += moved.Movement.Amount.MinorUnits;
                return Fits(_sum);
            case StatementPart.Ended { Closing: { } closing } when _opening is { } opening:
                return Fits(closing.Amount.MinorUnits - opening) && Fits(closing.Amount.MinorUnits - opening - _sum);
            default:
                return true;
        }
    }

    private static bool Fits(Int128 amount) => amount >= long.MinValue && amount <= long.MaxValue;
}
