namespace Market.Bank.Tests;

/// <summary>A file of any size that is nowhere: a head, a unit so many times, a tail. One can go back in it, and it looks at what memory holds meanwhile.</summary>
internal sealed class RepeatedStream(byte[] head, byte[] unit, long times, byte[] tail) : Stream
{
    private const long BetweenLooks = 4 << 20;

    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);

    /// <summary>By how many bytes memory grew, at most, while it was read.</summary>
    public long Held { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => head.Length + (unit.Length * times) + tail.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var (read, from) = (0, Position);
        while (read < buffer.Length && Position < Length)
        {
            var inUnits = Position - head.Length;
            var part = inUnits < 0 ? head.AsSpan((int)Position)
                : inUnits < unit.Length * times ? unit.AsSpan((int)(inUnits % unit.Length))
                : tail.AsSpan((int)(inUnits - (unit.Length * times)));
            part = part[..Math.Min(part.Length, buffer.Length - read)];
            part.CopyTo(buffer[read..]);
            read += part.Length;
            Position += part.Length;
        }

        if (from / BetweenLooks != Position / BetweenLooks)
        {
            Held = Math.Max(Held, GC.GetTotalMemory(forceFullCollection: true) - _before);
        }

        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
