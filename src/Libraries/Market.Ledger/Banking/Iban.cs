using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Market.Ledger.Banking;

/// <summary>
/// An international bank account number (ISO 13616), checked: characters, the length its country gives it, and its check digits.
/// Lengths are those of the SWIFT IBAN registry.
/// </summary>
public sealed record Iban
{
    private const string Lengths =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 " +
        "FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 " +
        "LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 " +
        "SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

    private static readonly FrozenDictionary<string, int> LengthOf = Lengths.Split(' ')
        .ToFrozenDictionary(entry => entry[..2], entry => int.Parse(entry[2..], System.Globalization.CultureInfo.InvariantCulture));

    private Iban(string value) => Value = value;

    /// <summary>The number without spaces, in capitals.</summary>
    public string Value { get; }

    /// <summary>Reads an IBAN as people type it, with or without spaces.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="iban">The number, where it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Iban? iban)
    {
        var value = new string([.. (text ?? string.Empty).Where(character => !char.IsWhiteSpace(character))]).ToUpperInvariant();
        var holds = value.Length > 4
            && value.All(char.IsAsciiLetterOrDigit)
            && LengthOf.TryGetValue(value[..2], out var length)
            && value.Length == length
            && Mod97.Holds(value);
        iban = holds ? new Iban(value) : null;
        return holds;
    }

    /// <summary>The number in groups of four, as it is printed.</summary>
    public override string ToString() => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));
}
