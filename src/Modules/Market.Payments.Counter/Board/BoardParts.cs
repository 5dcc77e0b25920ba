using System.Globalization;

namespace Market.Payments.Counter.Board;

/// <summary>The parts of one counter's state as texts, each with the version at which it changed last. One asker at a time.</summary>
internal sealed class BoardParts
{
    private static long _clock;

    // Cursors of another process, or of a board that was forgotten, name another origin.
    private readonly string _origin = Guid.NewGuid().ToString("n")[..12];

    private readonly Dictionary<string, (string? Text, long Version)> _parts = new(StringComparer.Ordinal);

    private long _version;

    /// <summary>What is read and compared is not overtaken by what was read before it.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>Where it stands among all that were asked for.</summary>
    public long LastAsked { get; private set; }

    public void Touch() => LastAsked = Interlocked.Increment(ref _clock);

    /// <summary>Compares what there is now with what was said.</summary>
    /// <param name="parts">All parts, by their names.</param>
    /// <param name="since">The cursor of the phone; none where it knows nothing.</param>
    public BoardNews Compare(IReadOnlyDictionary<string, string> parts, string? since)
    {
        var next = _version + 1;
        foreach (var (name, text) in parts)
        {
            if (!_parts.TryGetValue(name, out var said) || said.Text != text)
            {
                _parts[name] = (text, _version = next);
            }
        }

        foreach (var name in _parts.Where(part => part.Value.Text is not null && !parts.ContainsKey(part.Key)).Select(part => part.Key).ToList())
        {
            _parts[name] = (null, _version = next);
        }

        var known = KnownBy(since);
        var changed = parts
            .Where(part => known is not { } version || _parts[part.Key].Version > version)
            .Select(part => KeyValuePair.Create(part.Key, (string?)part.Value))
            .Concat(_parts
                .Where(part => part.Value.Text is null && part.Value.Version > known)
                .Select(part => KeyValuePair.Create(part.Key, (string?)null)));
        return new BoardNews($"{_origin}-{_version.ToString(CultureInfo.InvariantCulture)}", known is null, [.. changed]);
    }

    private long? KnownBy(string? since) =>
        since?.Split('-') is [var origin, var text]
            && origin == _origin
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && version <= _version
            ? version
            : null;
}

/// <summary>What a phone does not know yet.</summary>
/// <param name="Cursor">What it knows once it has read this.</param>
/// <param name="IsWhole">Whether this is all there is.</param>
/// <param name="Changed">The parts that changed, in their order; those that are gone have no text.</param>
internal sealed record BoardNews(string Cursor, bool IsWhole, IReadOnlyList<KeyValuePair<string, string?>> Changed);
