namespace Market.Payments.Stripe.Checkout;

/// <summary>What a bank statement shows of a payment, by Stripe's rules.</summary>
public static class StatementDescriptor
{
    public const int MinLength = 5;

    public const int MaxLength = 22;

    public static bool IsValid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is >= MinLength and <= MaxLength
            && text.Any(char.IsAsciiLetter)
            && text.All(letter => char.IsAscii(letter) && !char.IsControl(letter) && letter is not ('<' or '>' or '\\' or '\'' or '"' or '*'));
    }
}
