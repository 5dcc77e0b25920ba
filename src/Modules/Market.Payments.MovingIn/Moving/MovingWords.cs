using System.Globalization;
using Market.Payments.MovingIn.Reading;
using Market.Tables.Files;
using Microsoft.Extensions.Localization;

namespace Market.Payments.MovingIn.Moving;

/// <summary>Says to people what is wrong with a file, and what is done about whom.</summary>
public sealed class MovingWords(IStringLocalizer<MovingWords> S)
{
    private const int MostShown = 60;

    /// <summary>One sentence, without its line.</summary>
    public string Fault(MovingFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var text = fault.Text.Length <= MostShown ? fault.Text : fault.Text[..MostShown] + "…";
        return fault.Reason switch
        {
            MovingFaultReason.Broken => Broken(Enum.Parse<TableFaultReason>(fault.Text)),
            MovingFaultReason.Nobody => S["There is nobody in this file."],
            MovingFaultReason.TooManyPeople => S["There are more than {0} people. Split the file.", MovingSheet.MostPeople],
            MovingFaultReason.NoNameColumn => S["No column is said to hold the names."],
            MovingFaultReason.HalfOfBalance => S["Of “owes” and “has in reserve” only one has a column. Name both, or one column of balances."],
            MovingFaultReason.NoName => S["There is no name."],
            MovingFaultReason.NameTooLong => S["The name is longer than {0} characters: {1}", IAccountRegister.MaxNameLength, text],
            MovingFaultReason.MalformedEmail => S["This is no mail address: {0}", text],
            MovingFaultReason.EmailTwice => S["The mail address {0} is in line {1} already.", text, fault.Other],
            MovingFaultReason.PersonTwice => S["{0} is in line {1} already. Two people of one name both need a mail address.", text, fault.Other],
            MovingFaultReason.NotAnAmount => S["This is no amount: {0}", text],
            MovingFaultReason.TooManyDecimals => S["The amount has more decimals than the currency: {0}", text],
            MovingFaultReason.TooLarge => S["The amount is too large: {0}", text],
            MovingFaultReason.NegativeSide => S["An amount owed or in reserve has no minus sign: {0}", text],
            MovingFaultReason.EmailOfOther => S["This mail address is that of a client of another name: {0}", text],
            MovingFaultReason.AmbiguousName => S["Several clients are called {0}. Give the mail address.", text],
            MovingFaultReason.ClientTwice => S["Line {1} leads to the same client: {0}", text, fault.Other],
            MovingFaultReason.ClientClosed => S["The account is closed: {0}", text],
            MovingFaultReason.PaymentsOff => S["Payments are not activated: nothing can be recorded."],
            MovingFaultReason.DayInFuture => S["The day of the balances is in the future."],
            MovingFaultReason.DayClosed => S["The day of the balances is closed. The first open day is {0}.", DateOnly.ParseExact(fault.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture).InWords()],
            _ => throw new InvalidOperationException($"No words for {fault.Reason}."),
        };
    }

    /// <summary>What is done about somebody.</summary>
    public string Step(MovingStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Kind switch
        {
            MovingStepKind.NewLogin => S["new, with a login"],
            MovingStepKind.NewClient => S["new, without a login"],
            MovingStepKind.Join => S["has a login already, gets an account"],
            MovingStepKind.Carry => S["{0} gets the balance", step.Account!.Number],
            MovingStepKind.Skip => S["has the account {0}: stays as it is", step.Account!.Number],
            _ => S["moved in before as {0}: stays as it is", step.Account!.Number],
        };
    }

    /// <summary>Why a file is no table.</summary>
    public string Broken(TableFaultReason reason) => reason switch
    {
        TableFaultReason.Empty => S["The file is empty."],
        TableFaultReason.NotText => S["This is no table as text. In the spreadsheet choose “Save as… CSV” and bring that file."],
        TableFaultReason.NoHeader => S["There is no such line with the names of the columns."],
        TableFaultReason.QuoteNotClosed => S["A quotation mark opens here and is never closed."],
        TableFaultReason.RowTooLong => S["The line is too long."],
        TableFaultReason.TooManyColumns => S["The line has too many columns."],
        _ => S["There are too many lines."],
    };
}
