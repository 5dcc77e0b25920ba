using System.Diagnostics.CodeAnalysis;

namespace Market.Ledger.Journals;

/// <summary>The number of a French business or association in the Sirene register (article R123-221 of the <i>code de commerce</i>): nine digits, the last a check (Luhn).</summary>
public sealed record Siren
{
    private Siren(string value) => Value = value;

    /// <summary>The nine digits.</summary>
    public string Value { get; }

    /// <summary>Reads a SIREN as people type it, with or without spaces.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="siren">The number, where it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Siren? siren)
    {
        var value = new string([.. (text ?? string.Empty).Where(character => !char.IsWhiteSpace(character))]);
        var holds = value.Length == 9 && value.All(char.IsAsciiDigit) && value.Any(digit => digit != '0') && LuhnSum(value) % 10 == 0;
        siren = holds ? new Siren(value) : null;
        return holds;
    }

    /// <summary>The nine digits in groups of three, as it is printed.</summary>
    public override string ToString() => string.Join(' ', Value.Chunk(3).Select(group => new string(group)));

    private static int LuhnSum(string digits) => digits.Reverse()
        .Select((digit, place) => (digit - '0') * (1 + (place % 2)))
        .Sum(product => product > 9 ? product - 9 : product);
}
