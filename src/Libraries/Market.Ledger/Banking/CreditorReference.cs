namespace Market.Ledger.Banking;

/// <summary>A structured creditor reference (ISO 11649): "RF", two check digits and up to 21 letters and digits. It tells whose transfer came in.</summary>
public static class CreditorReference
{
    /// <summary>The longest body, in characters.</summary>
    public const int MaxBodyLength = 21;

    /// <summary>The reference with this body.</summary>
    /// <param name="body">1 to 21 letters and digits; anything else in it is left out.</param>
    /// <exception cref="ArgumentException">Nothing usable is left, or too much.</exception>
    public static string For(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var usable = new string([.. body.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        if (usable.Length is 0 or > MaxBodyLength)
        {
            throw new ArgumentException($"A creditor reference has 1 to {MaxBodyLength} letters and digits.", nameof(body));
        }

        var check = 98 - Mod97.Remainder(usable + "RF00");
        return $"RF{check:00}{usable}";
    }

    /// <summary>Whether a reference is well formed and its check digits fit, spaces aside.</summary>
    public static bool IsValid(string? text)
    {
        var value = new string([.. (text ?? string.Empty).Where(character => character != ' ')]).ToUpperInvariant();
        return value.Length is > 4 and <= 4 + MaxBodyLength
            && value.StartsWith("RF", StringComparison.Ordinal)
            && value.All(char.IsAsciiLetterOrDigit)
            && Mod97.Holds(value);
    }

    /// <summary>The reference in groups of four, as it is printed.</summary>
    public static string Printed(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return string.Join(' ', reference.Chunk(4).Select(group => new string(group)));
    }
}
