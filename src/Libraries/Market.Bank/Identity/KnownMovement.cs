using Market.Bank.Statements;

namespace Market.Bank.Identity;

/// <summary>A line as one kind of file shows it.</summary>
/// <param name="Form">The kind of file: two lines of one form that are written alike are one and the same, or equal.</param>
/// <param name="Line">The line.</param>
public sealed record Showing(string Form, BankLine Line);

/// <summary>A movement of the account that is known already, with each way in which files have shown it.</summary>
/// <param name="Id">Its id, for whoever keeps it.</param>
/// <param name="Showings">How it was shown, once for each form at least.</param>
public sealed record KnownMovement(string Id, IReadOnlyList<Showing> Showings);
