namespace Market.Payments.Stripe.Gateway;

/// <summary>Tells test keys from live ones, and keys from other texts, by how Stripe writes them.</summary>
public static class StripeMode
{
    /// <summary>Whether a publishable key is for real money; none where it is no publishable key.</summary>
    public static bool? OfPublishable(string? key) => Of(key, "pk");

    /// <summary>Whether a secret or restricted key is for real money; none where it is neither.</summary>
    public static bool? OfSecret(string? key) => Of(key, "sk") ?? Of(key, "rk");

    public static bool IsWebhookSecret(string? secret) => IsText(secret, "whsec_");

    private static bool? Of(string? key, string kind) =>
        IsText(key, kind + "_live_") ? true
        : IsText(key, kind + "_test_") ? false
        : null;

    private static bool IsText(string? text, string prefix) =>
        text is { Length: <= 255 } && text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal)
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '+' or '/' or '=');
}
