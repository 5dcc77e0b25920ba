using Market.Bank.Statements;
using Market.Ledger.Amounts;

namespace Market.Payments.Banking.Statements;

/// <summary>A file of statements, read whole.</summary>
/// <param name="Form">The kind of file: lines of one form are written alike each time.</param>
/// <param name="Statements">What is in it.</param>
public sealed record BankFile(string Form, IReadOnlyList<ReadStatement> Statements);

/// <summary>A statement of a file.</summary>
/// <param name="Account">The account, as the market knows it.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Opening">The balance before; none where the file does not say it.</param>
/// <param name="Closing">The balance after; none where the file does not say it.</param>
/// <param name="Lines">What moved.</param>
public sealed record ReadStatement(string Account, Currency Currency, BankBalance? Opening, BankBalance? Closing, IReadOnlyList<BankLine> Lines)
{
    /// <summary>The first day it is of.</summary>
    public DateOnly? From => Lines.Count > 0 ? Lines.Min(line => line.BookedOn) : Opening?.On ?? Closing?.On;

    /// <summary>The last day it is of.</summary>
    public DateOnly? To => (Lines.Count > 0 ? Lines.Max(line => line.BookedOn) : null as DateOnly?) is { } last && !(Closing?.On > last) ? last : Closing?.On ?? Opening?.On;

    // A hundred thousand million: the sum of as many lines as a file may have still fits.
    private const long MostMinorUnits = 10_000_000_000_000;

    /// <summary>Gathers what a file says.</summary>
    /// <param name="parts">The parts of the file.</param>
    /// <param name="mostLines">More lines than these are too many.</param>
    /// <param name="fault">How the file breaks; none where it does not.</param>
    public static IReadOnlyList<ReadStatement> Gather(IEnumerable<StatementPart> parts, int mostLines, out StatementFault? fault)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var statements = new List<ReadStatement>();
        var lines = new List<BankLine>();
        StatementPart.Began? began = null;
        var count = 0;
        fault = null;
        foreach (var part in parts)
        {
            switch (part)
            {
                case StatementPart.Began beginning:
                    (began, lines) = (beginning, []);
                    break;
                case StatementPart.Moved when ++count > mostLines:
                    fault = new StatementFault(StatementFaultReason.TooLarge);
                    return [];
                case StatementPart.Moved { Movement.Amount.MinorUnits: > MostMinorUnits or < -MostMinorUnits } moved:
                    fault = new StatementFault(StatementFaultReason.NotAnAmount, Found: moved.Movement.Amount.ToInvariantString());
                    return [];
                case StatementPart.Moved moved:
                    lines.Add(moved.Movement);
                    break;
                case StatementPart.Ended ended:
                    statements.Add(new ReadStatement(began!.Account, began.Currency, began.Opening, ended.Closing, lines));
                    break;
                case StatementPart.Broken broken:
                    fault = broken.Fault;
                    return [];
            }
        }

        return statements;
    }
}
