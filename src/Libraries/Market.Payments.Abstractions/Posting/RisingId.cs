using System.Buffers.Binary;

namespace Market.Payments;

/// <summary>
/// Ids of what a market has ever more of. Each stands behind those made before it, to the millisecond, so that an index over millions of
/// them is written at its end, and not on a page that nobody touched all day. They look like Orchard's own.
/// </summary>
/// <remarks>An id tells when it was made, and leaves 74 bits to chance (RFC 9562, version 7). It is a name, and never a secret.</remarks>
public static class RisingId
{
    /// <summary>How many characters an id has.</summary>
    public const int Length = 26;

    private const int BitsOfACharacter = 5;

    // Crockford's, which sorts as its values do.
    private const string Characters = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A new id: digits and small letters.</summary>
    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        return string.Create(Length, BinaryPrimitives.ReadUInt128BigEndian(bytes), static (text, rest) =>
        {
            for (var place = text.Length - 1; place >= 0; place--, rest >>= BitsOfACharacter)
            {
                text[place] = Characters[(int)(rest & 31)];
            }
        });
    }
}
