using System.Text.Json.Nodes;

namespace Market.Payments.Counter.Entries;

/// <summary>One way to write a JSON object: its names in their order, nothing between.</summary>
internal static class CanonicalJson
{
    /// <summary>The same object with the names of all objects in it sorted.</summary>
    /// <exception cref="InvalidOperationException">It holds a text that is none, such as half of a character.</exception>
    public static JsonObject Of(JsonObject source) =>
        new(source.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => KeyValuePair.Create(property.Key, Of(property.Value))));

    private static JsonNode? Of(JsonNode? node) => node switch
    {
        JsonObject inner => Of(inner),
        JsonArray items => new JsonArray([.. items.Select(Of)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(text),
        _ => node?.DeepClone(),
    };
}
