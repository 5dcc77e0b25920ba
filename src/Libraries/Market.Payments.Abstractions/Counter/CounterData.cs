using System.Text.Json;
using System.Text.Json.Nodes;

namespace Market.Payments;

/// <summary>Reads what an entry of the counter carries. What is not there, or is something else, is none.</summary>
public static class CounterData
{
    /// <summary>A text without white space around it; none where it is empty.</summary>
    public static string? Text(this JsonObject data, string name)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String && value.GetValue<string>().Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>A whole number, like an amount in minor units; a number with decimals is none.</summary>
    public static long? Whole(this JsonObject data, string name)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data[name] is JsonValue value && value.GetValueKind() is JsonValueKind.Number && value.TryGetValue<long>(out var number) ? number : null;
    }

    /// <summary>Whether something is so; none where it is neither true nor false.</summary>
    public static bool? Flag(this JsonObject data, string name)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data[name] is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? data[name]!.GetValue<bool>() : null;
    }

    /// <summary>An object.</summary>
    public static JsonObject? Inner(this JsonObject data, string name)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data[name] as JsonObject;
    }

    /// <summary>The texts of an object, by name; what is no text is left out.</summary>
    public static IReadOnlyDictionary<string, string> Texts(this JsonObject data, string name)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, _) in data.Inner(name) ?? [])
        {
            if (data.Inner(name)!.Text(key) is { } text)
            {
                found.Add(key, text);
            }
        }

        return found;
    }
}
