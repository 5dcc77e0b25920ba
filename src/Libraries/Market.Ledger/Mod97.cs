namespace Market.Ledger;

/// <summary>The check of ISO 7064 MOD 97-10, as IBANs and creditor references use it.</summary>
internal static class Mod97
{
    /// <summary>The remainder by 97 of digits and letters, a letter standing for 10 to 35.</summary>
    public static int Remainder(string alphanumerics)
    {
        var remainder = 0;
        foreach (var character in alphanumerics)
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : char.ToUpperInvariant(character) - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return remainder;
    }
}
