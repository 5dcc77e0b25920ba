using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Market.Payments;

/// <summary>Writes settings for recipes, and reads them strictly: a property that is unknown or of another kind is a fault, never passed over.</summary>
public static class SettingsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>Writes all settings but secrets.</summary>
    /// <typeparam name="T">The settings.</typeparam>
    /// <param name="settings">The settings.</param>
    /// <param name="secrets">The properties that never leave.</param>
    public static JsonObject Write<T>(T settings, params string[] secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var written = JsonSerializer.SerializeToNode(settings, Options)!.AsObject();
        foreach (var secret in secrets)
        {
            written.Remove(secret);
        }

        return written;
    }

    /// <summary>Reads the settings that some properties make of the present ones.</summary>
    /// <typeparam name="T">The settings.</typeparam>
    /// <param name="present">The present settings, which stay as they are.</param>
    /// <param name="given">The properties to set.</param>
    /// <param name="fault">The first property that is unknown or of another kind.</param>
    /// <param name="secrets">The properties that cannot be set this way.</param>
    /// <returns>The new settings, or none where there is a fault.</returns>
    public static T? Read<T>(T present, JsonObject given, out SettingsFault? fault, params string[] secrets)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(given);
        var merged = Write(present);
        foreach (var (name, value) in given)
        {
            if (!merged.ContainsKey(name) || secrets.Contains(name, StringComparer.Ordinal) || FindNothing(value, name) is not null)
            {
                fault = new SettingsFault(FindNothing(value, name) ?? name, null);
                return null;
            }

            merged[name] = value?.DeepClone();
        }

        try
        {
            fault = null;
            return merged.Deserialize<T>(Options);
        }
        catch (JsonException exception)
        {
            fault = new SettingsFault(exception.Path?.TrimStart('$').TrimStart('.') ?? string.Empty, null);
            return null;
        }
    }

    // A setting may be none; an entry of a list or a member of a group may not, and the annotations do not say so.
    private static string? FindNothing(JsonNode? node, string path) => node switch
    {
        JsonArray list => list.Select((entry, place) => Inside(entry, FormattableString.Invariant($"{path}[{place}]"))).FirstOrDefault(found => found is not null),
        JsonObject group => group.Select(member => Inside(member.Value, $"{path}.{member.Key}")).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? Inside(JsonNode? node, string path) => node is null ? path : FindNothing(node, path);
}
