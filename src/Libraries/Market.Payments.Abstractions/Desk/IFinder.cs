using Market.Ledger.Amounts;

namespace Market.Payments;

/// <summary>
/// Finds what is a module's by what somebody typed into the admin's search. It is asked where the person has its right, and not otherwise.
/// </summary>
public interface IFinder
{
    /// <summary>The name of the permission that what it finds is seen with.</summary>
    string Right { get; }

    /// <summary>
    /// What fits best, at most <see cref="Searched.Most"/> of each kind. It asks as many questions of the database whatever there is, and
    /// reads no more than it tells.
    /// </summary>
    Task<IReadOnlyList<Found>> FindAsync(Searched searched);
}

/// <summary>What somebody searches for.</summary>
/// <param name="Text">What was typed, trimmed: two characters at least that a name, a number or an amount can have.</param>
/// <param name="Amount">What was typed as an amount in the market's currency, without its sign; none where it is none, or zero.</param>
public sealed record Searched(string Text, Money? Amount)
{
    /// <summary>The most that is shown of a kind.</summary>
    public const int Most = 5;

    /// <summary>The longest text that is searched for, in characters.</summary>
    public const int MaxLength = 80;

    /// <summary>What was typed as a pattern for LIKE with <c>!</c> as its escape, anywhere in a folded text: see <see cref="NameText.Pattern"/>.</summary>
    public string Pattern => NameText.Pattern(Text);

    /// <summary>Reads what was typed.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="currency">The market's currency.</param>
    /// <returns>None where it is too short to search for.</returns>
    public static Searched? Read(string? typed, Currency currency)
    {
        var text = (typed ?? string.Empty).Trim();
        text = text.Length > MaxLength ? text[..MaxLength] : text;
        return NameText.Fold(text).Length < 2 ? null
            : new Searched(text, AmountReader.Read(text, currency).Amount?.Abs() is { IsZero: false } amount ? amount : null);
    }
}

/// <summary>Something that was found.</summary>
/// <param name="Kind">What it is, in the language of the request: things of a kind stand together.</param>
/// <param name="Title">Which one.</param>
/// <param name="Link">Its page.</param>
public sealed record Found(string Kind, string Title, DeskLink Link)
{
    /// <summary>What tells it from others: a number, a day, an amount.</summary>
    public string? Detail { get; init; }
}
