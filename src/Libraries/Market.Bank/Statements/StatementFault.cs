namespace Market.Bank.Statements;

/// <summary>How a file is no statement.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Line">The line it breaks in, from 1; zero where that is not known.</param>
/// <param name="Found">What stands there, where that helps whoever looks for it.</param>
public sealed record StatementFault(StatementFaultReason Reason, int Line = 0, string? Found = null);

/// <summary>What is wrong with a file.</summary>
public enum StatementFaultReason
{
    /// <summary>It is of no form that is known.</summary>
    UnknownForm,

    /// <summary>It breaks off, or its form is not kept.</summary>
    NotWellFormed,

    /// <summary>Something that must be there is missing.</summary>
    Missing,

    /// <summary>This is no amount of the account's currency.</summary>
    NotAnAmount,

    /// <summary>This is no day.</summary>
    NotADay,

    /// <summary>This is no currency.</summary>
    NotACurrency,

    /// <summary>It is larger than a statement can be: a line, an element, or what the lines come to.</summary>
    TooLarge,

    /// <summary>It is compressed, like ZIP; what is in it may be a statement. What is found is the kind of file.</summary>
    Compressed,

    /// <summary>It is a document for people to read, like PDF, and not the statement as data. What is found is the kind of file.</summary>
    ForPeople,

    /// <summary>It is a page of the web, as a bank's site answers when one is no longer signed in.</summary>
    WebPage,

    /// <summary>Its characters are those of mainframes (EBCDIC).</summary>
    Ebcdic,
}
