using System.Text.Json;

namespace Market.Payments.Stripe.Gateway;

/// <summary>Reads what is needed of Stripe's objects and lets the rest be, so that another API version's event is read as well.</summary>
internal static class StripeJson
{
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static long? Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static bool? Flag(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    public static DateTimeOffset? Time(this JsonElement element, string name) =>
        element.Number(name) is { } seconds and >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>The id of another object, whether only its id came or all of it.</summary>
    public static string? IdOf(this JsonElement element, string name) =>
        element.Text(name) ?? (element.Member(name) is { ValueKind: JsonValueKind.Object } value ? value.Text("id") : null);

    public static JsonElement? Object(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    /// <summary>The items of a list object; null where there is no such list.</summary>
    public static IEnumerable<JsonElement>? Items(this JsonElement element, string name) =>
        element.Object(name)?.Member("data") is { ValueKind: JsonValueKind.Array } data ? data.EnumerateArray() : null;

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
