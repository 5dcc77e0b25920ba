using System.Buffers.Binary;

namespace MarketSite.BrowserTests.Pictures;

/// <summary>What a file of a picture says of itself.</summary>
public static class Film
{
    /// <summary>More than a page of any of the sizes needs.</summary>
    public const int MostBytes = 60 * 1024;

    /// <summary>A window with nothing in it takes less.</summary>
    public const int FewestBytes = 4_000;

    // A lossy WebP: RIFF, its length, WEBP, then the frame's own head with its width and height.
    public static (int Width, int Height) SizeOf(byte[] webp)
    {
        ArgumentNullException.ThrowIfNull(webp);
        Assert.True(webp.AsSpan(0, 4).SequenceEqual("RIFF"u8) && webp.AsSpan(8, 8).SequenceEqual("WEBPVP8 "u8), "This is no lossy WebP.");
        return (BinaryPrimitives.ReadUInt16LittleEndian(webp.AsSpan(26)) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(webp.AsSpan(28)) & 0x3fff);
    }
}
