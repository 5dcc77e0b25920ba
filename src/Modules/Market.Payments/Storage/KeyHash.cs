using System.Security.Cryptography;
using System.Text;

namespace Market.Payments.Storage;

internal static class KeyHash
{
    public const int Length = 64;

    public static string Of(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
