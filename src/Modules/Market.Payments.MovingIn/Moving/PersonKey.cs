using System.Security.Cryptography;
using System.Text;
using Market.Payments.MovingIn.Reading;

namespace Market.Payments.MovingIn.Moving;

/// <summary>Who somebody in a file is, as a hash: by the mail address, or by the name where there is none.</summary>
public static class PersonKey
{
    public static string Of(MovingLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var person = line.Email.Length > 0 ? "mail:" + line.Email.ToLowerInvariant() : "name:" + PersonNames.Key(line.Name);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person)));
    }
}
