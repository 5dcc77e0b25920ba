namespace Market.Payments.MovingIn.Reading;

/// <summary>What is wrong in a line.</summary>
/// <param name="Line">The line of the file; zero where it is the file as a whole.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Text">What stands there, or whom it meets; empty where that says nothing.</param>
/// <param name="Other">The other line, where there are two.</param>
public sealed record MovingFault(int Line, MovingFaultReason Reason, string Text = "", int Other = 0);

/// <summary>What may be wrong with a file that somebody moves in from.</summary>
public enum MovingFaultReason
{
    /// <summary>The file breaks here; the text is the reason's name in <see cref="Tables.Files.TableFaultReason"/>.</summary>
    Broken,

    /// <summary>There is nobody in it.</summary>
    Nobody,

    TooManyPeople,

    NoNameColumn,

    /// <summary>Debit has a column and credit has none, or the other way round.</summary>
    HalfOfBalance,

    NoName,

    NameTooLong,

    MalformedEmail,

    EmailTwice,

    PersonTwice,

    NotAnAmount,

    TooManyDecimals,

    TooLarge,

    NegativeSide,

    /// <summary>The mail address is that of a client of another name.</summary>
    EmailOfOther,

    /// <summary>Several clients bear the name, and there is no mail address to tell them apart.</summary>
    AmbiguousName,

    /// <summary>Two lines lead to one client.</summary>
    ClientTwice,

    ClientClosed,

    PaymentsOff,

    /// <summary>The day is closed or locked; the text is the first that is open.</summary>
    DayClosed,

    DayInFuture,
}
