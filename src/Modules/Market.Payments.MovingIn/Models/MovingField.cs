namespace Market.Payments.MovingIn.Models;

/// <summary>What a column may hold.</summary>
public enum MovingField
{
    /// <summary>The family name, or the whole name where there is no column of first names.</summary>
    Name,

    FirstName,

    Email,

    /// <summary>What the account comes to, in one column.</summary>
    Balance,

    /// <summary>What the member owes, where it has a column of its own.</summary>
    Debit,

    /// <summary>What the member has in reserve, where it has a column of its own.</summary>
    Credit,

    /// <summary>The family name of the second person of a couple.</summary>
    SecondName,

    SecondFirstName,
}
