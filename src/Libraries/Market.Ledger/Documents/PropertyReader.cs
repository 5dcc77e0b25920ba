using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Market.Ledger.Amounts;

namespace Market.Ledger.Documents;

/// <summary>
/// Takes the properties of a JSON object one after another, each by its name and in one form. What is not so is unusual: it is remembered, and
/// what was read is then worth nothing.
/// </summary>
internal ref struct PropertyReader
{
    private const int DayLength = 10;

    private static readonly FrozenDictionary<string, OperationKind> Kinds =
        Enum.GetValues<OperationKind>().ToFrozenDictionary(kind => kind.ToString(), StringComparer.Ordinal);

    private Utf8JsonReader _json;

    private bool _isUnusual;

    /// <exception cref="JsonException">It is no JSON.</exception>
    public PropertyReader(ReadOnlySpan<byte> json)
    {
        _json = new Utf8JsonReader(json);
        _isUnusual = !(_json.Read() && _json.TokenType is JsonTokenType.StartObject && _json.Read());
    }

    /// <summary>Whether all was usual, and nothing is left.</summary>
    public bool WereAllUsual() => !_isUnusual && _json.TokenType is JsonTokenType.EndObject && !_json.Read();

    public string Text(ReadOnlySpan<byte> name) => TextOrNone(name) ?? Unusual(string.Empty);

    public string? TextOrNone(ReadOnlySpan<byte> name) => IsNext(name) ? Taken(IsText ? _json.GetString() : Unusual(string.Empty)) : null;

    public long Number(ReadOnlySpan<byte> name) =>
        IsNext(name) && _json.TokenType is JsonTokenType.Number && _json.TryGetInt64(out var number) ? Taken(number) : Unusual(0L);

    public OperationKind Kind(ReadOnlySpan<byte> name) =>
        IsNext(name) && IsText && Kinds.TryGetValue(_json.GetString()!, out var kind) ? Taken(kind) : Unusual(default(OperationKind));

    /// <summary>Minor units, a space and the currency.</summary>
    public Money Amount(ReadOnlySpan<byte> name) =>
        IsNext(name) && IsText
            && Utf8Parser.TryParse(_json.ValueSpan, out long minorUnits, out var length)
            && length < _json.ValueSpan.Length && _json.ValueSpan[length] == (byte)' '
            && Currency.TryFromCode(Encoding.UTF8.GetString(_json.ValueSpan[(length + 1)..]), out var currency)
            ? Taken(new Money(minorUnits, currency))
            : Unusual(default(Money));

    public DateOnly Day(ReadOnlySpan<byte> name) =>
        IsNext(name) && IsText && _json.ValueSpan.Length == DayLength && _json.TryGetDateTime(out var day) ? Taken(DateOnly.FromDateTime(day)) : Unusual(default(DateOnly));

    public DateTimeOffset Instant(ReadOnlySpan<byte> name) =>
        IsNext(name) && IsText && _json.TryGetDateTimeOffset(out var instant) ? Taken(instant) : Unusual(default(DateTimeOffset));

    /// <summary>Texts by their names.</summary>
    public IReadOnlyDictionary<string, string> Texts(ReadOnlySpan<byte> name)
    {
        if (!IsNext(name) || _json.TokenType is not JsonTokenType.StartObject)
        {
            return Unusual(Operation.NoDetails);
        }

        Dictionary<string, string>? texts = null;
        while (_json.Read() && _json.TokenType is JsonTokenType.PropertyName)
        {
            var key = _json.GetString()!;
            if (!_json.Read() || !IsText)
            {
                return Unusual(Operation.NoDetails);
            }

            (texts ??= [])[key] = _json.GetString()!;
        }

        return Taken(texts ?? Operation.NoDetails);
    }

    private readonly bool IsText => _json.TokenType is JsonTokenType.String;

    // Goes on to the value where the property has this name.
    private bool IsNext(ReadOnlySpan<byte> name) => _json.TokenType is JsonTokenType.PropertyName && _json.ValueTextEquals(name) && _json.Read();

    private T Taken<T>(T value)
    {
        _isUnusual |= !_json.Read();
        return value;
    }

    private T Unusual<T>(T nothing)
    {
        _isUnusual = true;
        return nothing;
    }
}
