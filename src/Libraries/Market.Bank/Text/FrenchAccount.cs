using System.Globalization;

namespace Market.Bank.Text;

/// <summary>A French account by its parts (RIB), as the forms of French banks name it.</summary>
internal static class FrenchAccount
{
    private const string Letters = "12345678912345678923456789";

    /// <summary>The IBAN of an account: the same account by whichever form a statement comes.</summary>
    /// <param name="bank">Five digits.</param>
    /// <param name="branch">Five digits.</param>
    /// <param name="account">Eleven digits or letters.</param>
    /// <returns>The parts as they are, where they make no IBAN.</returns>
    public static string Iban(string bank, string branch, string account)
    {
        var parts = bank + branch + account;
        if (parts.Length != 21 || !parts.All(char.IsAsciiLetterOrDigit))
        {
            return parts;
        }

        var digits = new string([.. parts.ToUpperInvariant().Select(character => char.IsAsciiLetter(character) ? Letters[character - 'A'] : character)]);
        var key = 97 - (int)((89 * Number(digits[..5]) + 15 * Number(digits[5..10]) + 3 * Number(digits[10..])) % 97);
        var national = string.Create(CultureInfo.InvariantCulture, $"{parts.ToUpperInvariant()}{key:00}");
        var check = 98 - Mod97(national + "FR00");
        var iban = string.Create(CultureInfo.InvariantCulture, $"FR{check:00}{national}");
        return Market.Ledger.Banking.Iban.TryParse(iban, out var known) ? known.Value : parts;
    }

    private static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Mod97(string text) => text.Aggregate(0, (rest, character) => char.IsAsciiDigit(character)
        ? ((rest * 10) + (character - '0')) % 97
        : ((rest * 100) + (character - 'A' + 10)) % 97);
}
