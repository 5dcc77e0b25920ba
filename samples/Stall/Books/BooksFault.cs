using Market.Ledger;
using Market.Ledger.Chain;

namespace Market.Stall.Books;

/// <summary>How a line of the file does not fit.</summary>
internal enum LineFault
{
    /// <summary>The operation does not fit its account; <see cref="BooksFault.Finding"/> says how.</summary>
    Operation,

    /// <summary>The line is no operation.</summary>
    Unreadable,

    /// <summary>It is not the line that was written after the one before it.</summary>
    NotSealed,

    /// <summary>Its operation cannot be posted after those before it, though every seal was made anew.</summary>
    Impossible,

    /// <summary>The line was recorded and answered, and is missing or cut off.</summary>
    Missing,

    /// <summary>The line fits those before it, and is not the one that was noted.</summary>
    NotNoted,

    /// <summary>The note of the last line is missing.</summary>
    NoNote,
}

/// <summary>The first line of the file that does not fit.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Fault">How.</param>
/// <param name="Operation">What it says, as far as it can be read.</param>
/// <param name="Finding">What the engine found, for <see cref="LineFault.Operation"/>.</param>
internal sealed record BooksFault(long Line, LineFault Fault, Operation? Operation = null, Finding? Finding = null);
