namespace Market.Ledger.Banking;

/// <summary>The check of ISO 7064 MOD 97-10, as IBANs and creditor references use it.</summary>
internal static class Mod97
{
    /// <summary>
    /// Whether the check digits, in third and fourth place, are those of the rest. They are 02 to 98: 00, 01 and 99 leave the same
    /// remainders as 97, 98 and 02, and are never given.
    /// </summary>
    /// <param name="value">At least four letters and digits.</param>
    public static bool Holds(string value) =>
        value[2..4] is not ("00" or "01" or "99") && Remainder(value[4..] + value[..4]) == 1;

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
