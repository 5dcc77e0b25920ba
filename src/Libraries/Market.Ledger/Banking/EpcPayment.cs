using System.Text;
using Market.Ledger.Amounts;

namespace Market.Ledger.Banking;

/// <summary>
/// What the QR code of a SEPA credit transfer says: EPC069-12, <i>Quick Response Code: Guidelines to Enable the Data Capture for the
/// Initiation of a SEPA Credit Transfer</i>, version 002. A banking app that reads it fills in the transfer.
/// </summary>
public static class EpcPayment
{
    /// <summary>The most the guidelines allow, in bytes.</summary>
    public const int MaxBytes = 331;

    /// <summary>The most characters the beneficiary's name has.</summary>
    public const int MaxNameLength = 70;

    private const long MaxMinorUnits = 999_999_999_99;

    /// <summary>The payload: one element a line, a line feed between them and nothing after the last one.</summary>
    /// <param name="holder">The beneficiary's name; what is over 70 characters, or does not fit in the payload, is left out at its end.</param>
    /// <param name="iban">The beneficiary's account.</param>
    /// <param name="bic">The beneficiary's bank. It may be left out within the European Economic Area, and is where the text is no BIC.</param>
    /// <param name="amount">What is to be transferred.</param>
    /// <param name="reference">The structured reference of the transfer, see <see cref="CreditorReference"/>.</param>
    /// <returns>The payload in UTF-8; none where there is nothing to transfer, more than the guidelines allow, another currency than the euro, or no name.</returns>
    public static byte[]? Payload(string? holder, Iban iban, string? bic, Money amount, string reference)
    {
        ArgumentNullException.ThrowIfNull(iban);
        var name = OneLine(holder);
        if (name.Length == 0 || amount.Currency != Currency.Euro || amount.MinorUnits is <= 0 or > MaxMinorUnits || !CreditorReference.IsValid(reference))
        {
            return null;
        }

        var payload = Write(name);
        while (Encoding.UTF8.GetByteCount(payload) > MaxBytes)
        {
            name = Shortened(name, name.Length - 1);
            payload = Write(name);
        }

        return Encoding.UTF8.GetBytes(payload);

        string Write(string beneficiary) => string.Join('\n', [
            "BCD",
            "002",
            "1", // UTF-8
            "SCT",
            Bic.Read(bic) ?? string.Empty,
            beneficiary,
            iban.Value,
            "EUR" + amount.ToInvariantString(),
            string.Empty, // no purpose code
            reference.Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant(),
        ]);
    }

    private static string OneLine(string? text) =>
        Shortened(string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MaxNameLength);

    // Never half of a character.
    private static string Shortened(string text, int length)
    {
        length = Math.Min(length, text.Length);
        return text[..(length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }
}
