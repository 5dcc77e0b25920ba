using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Market.Ledger.Amounts;

/// <summary>
/// A currency of ISO 4217: its three-letter code and the number of decimals of its minor unit
/// (0 for the yen, 2 for the euro, 3 for the Tunisian dinar).
/// </summary>
[JsonConverter(typeof(CurrencyJsonConverter))]
public sealed record Currency
{
    private static readonly FrozenDictionary<string, Currency> Known = CurrencyTable.All
        .ToFrozenDictionary(entry => entry.Code, entry => new Currency(entry.Code, entry.Decimals), StringComparer.Ordinal);

    private Currency(string code, int decimals)
    {
        Code = code;
        Decimals = decimals;
        MinorUnitsPerUnit = 1;
        for (var i = 0; i < decimals; i++)
        {
            MinorUnitsPerUnit *= 10;
        }
    }

    /// <summary>The euro, what a market uses unless its settings say otherwise.</summary>
    public static Currency Euro { get; } = FromCode("EUR");

    /// <summary>Every currency in use, in the order of their codes.</summary>
    public static IReadOnlyList<Currency> All { get; } = [.. Known.Values.OrderBy(currency => currency.Code, StringComparer.Ordinal)];

    /// <summary>The code of ISO 4217, three capital letters.</summary>
    public string Code { get; }

    /// <summary>How many decimals the currency has: 0, 2 or 3.</summary>
    public int Decimals { get; }

    /// <summary>How many minor units make one unit: 1, 100 or 1,000.</summary>
    public long MinorUnitsPerUnit { get; }

    /// <summary>The currency with this code.</summary>
    /// <param name="code">Three letters, in either case.</param>
    /// <exception cref="ArgumentException">No currency in use has this code.</exception>
    public static Currency FromCode(string code) =>
        TryFromCode(code, out var currency) ? currency : throw new ArgumentException($"'{code}' is not a currency of ISO 4217.", nameof(code));

    /// <summary>Looks for the currency with this code.</summary>
    /// <param name="code">Three letters, in either case; anything else is no currency.</param>
    /// <param name="currency">The currency found.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryFromCode(string? code, [NotNullWhen(true)] out Currency? currency)
    {
        currency = null;
        return code is { Length: 3 } && Known.TryGetValue(code.ToUpperInvariant(), out currency);
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}

internal sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Currency.TryFromCode(reader.GetString(), out var currency) ? currency : throw new JsonException("Not a currency of ISO 4217.");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
