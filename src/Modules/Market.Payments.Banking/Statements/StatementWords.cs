using Market.Bank.Identity;
using Market.Bank.Statements;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Banking.Statements;

/// <summary>Says in words how a file breaks, and how a line is known.</summary>
public sealed class StatementWords(IStringLocalizer<StatementWords> S)
{
    public string For(StatementFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var what = fault.Reason switch
        {
            StatementFaultReason.UnknownForm => S["This is no bank statement that is known here: camt, CFONB 120, MT940, OFX, or a table saved as CSV."].Value,
            StatementFaultReason.NotWellFormed => S["The file breaks off, or is not as a statement of its form is."].Value,
            StatementFaultReason.Missing => S["Something that a statement must have is missing."].Value,
            StatementFaultReason.NotAnAmount => S["There is something that is no amount."].Value,
            StatementFaultReason.NotADay => S["There is something that is no day."].Value,
            StatementFaultReason.NotACurrency => S["There is something that is no currency."].Value,
            StatementFaultReason.TooLarge => S["The file is larger than a statement can be. Ask the bank for a shorter time."].Value,
            _ => S["The file is no bank statement."].Value,
        };
        var where = fault.Line > 0 ? " " + S["It is in line {0}.", fault.Line] : string.Empty;
        var found = fault.Found is { Length: > 0 } text ? " " + S["There stands: {0}", text] : string.Empty;
        return $"{what}{where}{found} {S["Nothing of it was read."]}";
    }

    public string For(string? likeness) => Enum.TryParse<Likeness>(likeness, out var by) ? by switch
    {
        Likeness.BankId => S["known: the bank gave it the same number"].Value,
        Likeness.EndToEndId => S["known: the payer's bank gave it the same number"].Value,
        Likeness.Reference => S["known from another kind of file: same day, amount and reference"].Value,
        Likeness.Words => S["known from another kind of file: same day, amount and words"].Value,
        _ => S["known: same day, amount and text"].Value,
    }
    : S["somebody said that it is known"].Value;
}
