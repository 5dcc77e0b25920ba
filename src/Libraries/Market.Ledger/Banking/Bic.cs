using System.Text.RegularExpressions;

namespace Market.Ledger.Banking;

/// <summary>A bank's identifier (ISO 9362): four letters or digits, a country, two or five more.</summary>
public static partial class Bic
{
    /// <summary>The BIC as it is written: in capitals, without spaces around it.</summary>
    /// <returns>None where the text is no BIC.</returns>
    public static string? Read(string? text) => IsValid(text) ? text!.Trim().ToUpperInvariant() : null;

    /// <summary>Whether the text has the form of a BIC, spaces around it aside.</summary>
    public static bool IsValid(string? text) => Form().IsMatch((text ?? string.Empty).Trim().ToUpperInvariant());

    [GeneratedRegex(@"^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
