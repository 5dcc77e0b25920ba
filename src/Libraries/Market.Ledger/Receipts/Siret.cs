using System.Diagnostics.CodeAnalysis;
using Market.Ledger.Journals;

namespace Market.Ledger.Receipts;

/// <summary>
/// The number of an establishment in the Sirene register (article R123-221 of the <i>code de commerce</i>): the nine digits of its
/// <see cref="Siren"/> and five of its own, the last a check (Luhn). Those of La Poste are checked by the sum of their digits.
/// </summary>
public sealed record Siret
{
    private const string LaPoste = "356000000";

    private Siret(string value) => Value = value;

    /// <summary>The fourteen digits.</summary>
    public string Value { get; }

    /// <summary>Reads a SIRET as people type it, with or without spaces.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="siret">The number, where it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Siret? siret)
    {
        var value = new string([.. (text ?? string.Empty).Where(character => !char.IsWhiteSpace(character))]);
        var holds = value.Length == 14 && value.All(char.IsAsciiDigit) && Siren.TryParse(value[..9], out _) && HoldsTogether(value);
        siret = holds ? new Siret(value) : null;
        return holds;
    }

    /// <summary>The digits as they are printed: <c>732 829 320 00074</c>.</summary>
    public override string ToString() => $"{Value[..3]} {Value[3..6]} {Value[6..9]} {Value[9..]}";

    private static bool HoldsTogether(string digits) => digits.StartsWith(LaPoste, StringComparison.Ordinal)
        ? digits.Sum(digit => digit - '0') % 5 == 0
        : digits.Reverse().Select((digit, place) => (digit - '0') * (1 + (place % 2))).Sum(product => product > 9 ? product - 9 : product) % 10 == 0;
}
