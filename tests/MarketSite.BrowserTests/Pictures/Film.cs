using System.Buffers.Binary;

namespace MarketSite.BrowserTests.Pictures;

/// <summary>What a file of a picture says of itself.</summary>
public static class Film
{
    /// <summary>More than a page of any of the sizes needs.</summary>
    public const int MostBytes = 60 * 1024;

    /// <summary>A window with nothing in it takes less.</summary>
    public const int FewestBytes = 4_000;

    // Chromium writes extended WebP: RIFF, its length, WEBP, then the canvas, each side less by one in three bytes.
    public static (int Width, int Height) SizeOf(byte[] webp)
    {
        ArgumentNullException.ThrowIfNull(webp);
        Assert.True(webp.AsSpan(0, 4).SequenceEqual("RIFF"u8) && webp.AsSpan(8, 8).SequenceEqual("WEBPVP8X"u8), "This is no extended WebP.");
        return (Side(webp.AsSpan(24)), Side(webp.AsSpan(27)));
    }

    private static int Side(ReadOnlySpan<byte> bytes) => 1 + BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
