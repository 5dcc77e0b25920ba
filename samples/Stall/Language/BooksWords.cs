using Market.Ledger.Chain;
using Market.Stall.Books;
using Microsoft.Extensions.Localization;

namespace Market.Stall.Language;

/// <summary>Says what is wrong with the books, on a page and on the console.</summary>
internal sealed class BooksWords(IStringLocalizer<Words> T)
{
    /// <summary>Which line does not fit.</summary>
    public string Line(BooksFault fault) => fault.Operation is { } operation
        ? T["Line {0} of the books does not fit: operation {1}.", fault.Line, operation.Id]
        : T["Line {0} of the books does not fit.", fault.Line];

    /// <summary>How it does not fit.</summary>
    public string How(BooksFault fault) => fault.Fault switch
    {
        LineFault.Operation => Finding(fault.Finding?.Misfit),
        LineFault.Unreadable => T["It is no operation: it was changed or damaged."],
        LineFault.NotSealed => T["It does not follow from the line before it: one of the two was changed, moved, inserted or removed."],
        LineFault.Impossible => T["Its key was used before, or what it reverses was reversed before, or no balance holds its amount."],
        LineFault.Missing => T["It was recorded; it is missing or cut off, with all that came after it."],
        LineFault.NotNoted => T["It is not the line that was noted when it was recorded: the file was written anew up to here."],
        LineFault.NoNote => T["The note of the last line is missing, so that nobody can tell whether lines were taken off the end."],
        _ => throw new InvalidOperationException($"No sentence for {fault.Fault}."),
    };

    /// <summary>What follows from it.</summary>
    public string Consequence => T["Nothing is recorded while this stands, and only what comes before that line is shown. Restore the folder from a backup made before, or ask for help: do not repair it by hand."];

    /// <summary>What the disk's failure means.</summary>
    public string Failed => T["The disk has failed: what was being recorded may or may not be kept. Start the stall again; it reads what the disk holds, and a form that is sent again is recorded once."];

    /// <summary>What was found torn off.</summary>
    public string Torn(string file) => T["The stall was stopped while it wrote its last line, so nobody was told that it was recorded. That piece is now in {0}.", Path.GetFileName(file)];

    /// <summary>That all of it fits.</summary>
    public string Holds(long operations, int accounts) => T["The books hold: every line, hash and seal. Operations: {0}; accounts: {1}.", operations, accounts];

    /// <summary>What to keep elsewhere.</summary>
    public string Keep(LastLine last) => T["Line {0} has the seal {1}. Kept where this machine's owner cannot change it, it fixes everything up to that line.", last.Count, last.Seal];

    private string Finding(Misfit? misfit) => misfit switch
    {
        Misfit.WrongAccount => T["An operation says it is on another account."],
        Misfit.WrongCurrency => T["An operation is in another currency."],
        Misfit.Gap => T["An operation is missing before this one."],
        Misfit.PlaceTaken => T["An operation stands at a place that was taken: it is there twice, was moved or inserted."],
        Misfit.WrongPrevious => T["An operation does not follow from the one before it."],
        Misfit.Changed => T["An operation was changed after it was posted."],
        Misfit.RecordedBackwards => T["An operation was recorded before the one before it."],
        Misfit.WrongVat => T["What an operation says by rates of VAT does not come to its amount."],
        _ => throw new InvalidOperationException($"No sentence for {misfit}."),
    };
}
