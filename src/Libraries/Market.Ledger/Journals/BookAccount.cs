using System.Text.RegularExpressions;

namespace Market.Ledger.Journals;

/// <summary>An account of the books, as the <i>plan comptable général</i> numbers them.</summary>
public sealed partial record BookAccount
{
    /// <summary>The longest number, in characters.</summary>
    public const int MaxLength = 20;

    /// <summary>Names an account.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="label">What it is called.</param>
    /// <exception cref="ArgumentException">The number is none, see <see cref="IsNumber"/>, or there is no label.</exception>
    public BookAccount(string number, string label)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        Number = IsNumber(number) ? number : throw new ArgumentException($"'{number}' is no account number: three digits, then digits or capital letters.", nameof(number));
        Label = label;
    }

    /// <summary>The number, like <c>5112</c>.</summary>
    public string Number { get; }

    /// <summary>What it is called, like <i>Chèques à encaisser</i>.</summary>
    public string Label { get; }

    /// <summary>
    /// Whether the text is an account number: its first three characters are digits of the plan (article A47 A-1 of the
    /// <i>livre des procédures fiscales</i>, VII, field <c>CompteNum</c>), digits and capital letters follow.
    /// </summary>
    public static bool IsNumber(string? text) => text is not null && Form().IsMatch(text);

    [GeneratedRegex(@"^[1-9][0-9]{2}[0-9A-Z]{0,17}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
