using System.Security.Cryptography;
using System.Text;

namespace Market.Payments.Stripe.Indexes;

/// <summary>A text as an index keeps it: its hash, since SQLite's text columns do not tell case apart and Stripe's ids do.</summary>
internal static class TextKey
{
    public const int Length = 64;

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
