using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Market.Ledger.Chain;

/// <summary>
/// A canonical form being written: UTF-8, one <c>name=value</c> a line, escaped so that two contents never have one form. It ends as its
/// hash or as its text, once; its memory then serves the thread's next form, for a verification writes millions.
/// </summary>
internal sealed class CanonicalForm
{
    // Larger than nearly every form; what a larger one took is not kept for the thread's life.
    private const int KeptBytes = 4096;

    private static readonly SearchValues<char> SpecialInNames = SearchValues.Create("\\\n\r=");

    private static readonly SearchValues<char> SpecialInValues = SearchValues.Create("\\\n\r");

    [ThreadStatic]
    private static CanonicalForm? _spare;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private byte[] _bytes = new byte[KeptBytes];

    private int _length;

    private CanonicalForm()
    {
    }

    /// <summary>Begins a form whose first line is this name and version.</summary>
    public static CanonicalForm Begin(string format)
    {
        var form = Begin();
        form.Append(format);
        return form.End();
    }

    /// <summary>Begins one that has no name.</summary>
    public static CanonicalForm Begin()
    {
        var form = _spare ?? new CanonicalForm();
        _spare = null;
        form._length = 0;
        return form;
    }

    public CanonicalForm Line(ReadOnlySpan<byte> name, string? value) => Name(name).Value(value);

    public CanonicalForm Line(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        value.TryFormat(Room(20), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        return End();
    }

    public CanonicalForm Line(ReadOnlySpan<byte> name, DateTimeOffset instant)
    {
        // To the millisecond: the round-trip form without the rest of its fraction.
        const int ToTheMillisecond = 23;
        Name(name);
        instant.UtcDateTime.TryFormat(Room(32), out _, "O", CultureInfo.InvariantCulture);
        _length += ToTheMillisecond;
        Append("Z"u8);
        return End();
    }

    public CanonicalForm Line(ReadOnlySpan<byte> name, DateOnly day)
    {
        Name(name);
        day.TryFormat(Room(10), out var written, "O", CultureInfo.InvariantCulture);
        _length += written;
        return End();
    }

    /// <summary>A line a detail, sorted ordinally by name.</summary>
    public CanonicalForm Details(IReadOnlyDictionary<string, string> details)
    {
        if (details.Count == 0)
        {
            return this;
        }

        foreach (var (name, value) in details.Count == 1 ? details.AsEnumerable() : details.OrderBy(detail => detail.Key, StringComparer.Ordinal))
        {
            Append("detail."u8);
            Escape(name, SpecialInNames);
            Append("="u8);
            Value(value);
        }

        return this;
    }

    /// <summary>Ends the form.</summary>
    /// <returns>SHA-256 over it: 64 lower-case hexadecimal digits.</returns>
    public string Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Ends the form.</summary>
    /// <returns>Whether this text is its hash.</returns>
    public bool HasHash(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<char> digits = stackalloc char[2 * SHA256.HashSizeInBytes];
        Hash(hash);
        return Convert.TryToHexStringLower(hash, digits, out _) && digits.SequenceEqual(text);
    }

    /// <summary>Ends the form.</summary>
    /// <returns>It as text.</returns>
    public string Text()
    {
        var text = Encoding.UTF8.GetString(_bytes, 0, _length);
        Leave();
        return text;
    }

    private void Hash(Span<byte> hash)
    {
        _hash.AppendData(_bytes.AsSpan(0, _length));
        _hash.GetHashAndReset(hash);
        Leave();
    }

    private void Leave()
    {
        if (_bytes.Length == KeptBytes)
        {
            _spare = this;
        }
    }

    private CanonicalForm Name(ReadOnlySpan<byte> name)
    {
        Append(name);
        Append("="u8);
        return this;
    }

    private CanonicalForm Value(string? value)
    {
        Escape(value, SpecialInValues);
        return End();
    }

    private CanonicalForm End()
    {
        Append("\n"u8);
        return this;
    }

    private void Escape(ReadOnlySpan<char> text, SearchValues<char> special)
    {
        for (var at = text.IndexOfAny(special); at >= 0; at = text.IndexOfAny(special))
        {
            Append(text[..at]);
            Append(text[at] switch
            {
                '\\' => "\\\\"u8,
                '\n' => "\\n"u8,
                '\r' => "\\r"u8,
                _ => "\\e"u8,
            });
            text = text[(at + 1)..];
        }

        Append(text);
    }

    private void Append(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        _length += text.Length;
    }

    private Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
        }

        return _bytes.AsSpan(_length);
    }
}
