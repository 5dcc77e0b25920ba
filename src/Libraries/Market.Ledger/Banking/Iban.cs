using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Market.Ledger.Banking;

/// <summary>
/// An international bank account number (ISO 13616), checked: the form its country gives it, and its check digits.
/// Forms are those of the SWIFT IBAN registry.
/// </summary>
public sealed record Iban
{
    // What follows the check digits, by country: so many digits (n), capital letters (a), or either (c).
    private const string Forms =
        "AD:8n12c AE:19n AL:8n16c AT:16n AZ:4a20c BA:16n BE:12n BG:4a6n8c BH:4a14c BI:23n BR:23n1a1c BY:4c4n16c CH:5n12c " +
        "CR:18n CY:8n16c CZ:20n DE:18n DJ:23n DK:14n DO:4c20n EE:16n EG:25n ES:20n FI:14n FK:2a12n FO:14n FR:10n11c2n GB:4a14n " +
        "GE:2a16n GI:4a15c GL:14n GR:7n16c GT:4c20c HN:4a20n HR:17n HU:24n IE:4a14n IL:19n IQ:4a15n IS:22n IT:1a10n12c " +
        "JO:4a4n18c KW:4a22c KZ:3n13c LB:4n20c LC:4a24c LI:5n12c LT:16n LU:3n13c LV:4a13c LY:21n MC:10n11c2n MD:2c18c ME:18n " +
        "MK:3n10c2n MN:16n MR:23n MT:4a5n18c MU:4a19n3a NI:4a20n NL:4a10n NO:11n OM:3n16c PK:4a16c PL:24n PS:4a21c PT:21n " +
        "QA:4a21c RO:4a16c RS:18n RU:14n15c SA:2n18c SC:4a20n3a SD:14n SE:20n SI:15n SK:20n SM:1a10n12c SO:19n ST:21n SV:4a20n " +
        "TL:19n TN:20n TR:6n16c UA:6n19c VA:18n VG:4a16n XK:16n YE:4a4n18c";

    private static readonly FrozenDictionary<string, Regex> FormOf = Forms.Split(' ').ToFrozenDictionary(entry => entry[..2], entry => Form(entry[3..]));

    private Iban(string value) => Value = value;

    /// <summary>The number without spaces, in capitals.</summary>
    public string Value { get; }

    /// <summary>Reads an IBAN as people type it: with or without spaces, dots or hyphens.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="iban">The number, where it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Iban? iban)
    {
        var value = new string([.. (text ?? string.Empty).Where(character => !char.IsWhiteSpace(character) && character is not ('.' or '-' or '\u2010' or '\u2011'))]).ToUpperInvariant();
        var holds = value.Length > 4
            && value.All(char.IsAsciiLetterOrDigit)
            && FormOf.TryGetValue(value[..2], out var form)
            && form.IsMatch(value)
            && Mod97.Holds(value);
        iban = holds ? new Iban(value) : null;
        return holds;
    }

    /// <summary>The number in groups of four, as it is printed.</summary>
    public override string ToString() => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));

    private static Regex Form(string form)
    {
        var parts = Regex.Matches(form, "([0-9]+)([nac])").Select(part => (part.Groups[2].Value switch { "n" => "[0-9]", "a" => "[A-Z]", _ => "[0-9A-Z]" }) + $"{{{part.Groups[1].Value}}}");
        return new Regex($@"^[A-Z]{{2}}[0-9]{{2}}{string.Concat(parts)}\z", RegexOptions.CultureInvariant);
    }
}
