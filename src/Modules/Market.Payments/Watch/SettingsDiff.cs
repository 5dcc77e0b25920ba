using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Market.Payments.Watch;

/// <summary>What changed between two states of settings, field by field.</summary>
public static class SettingsDiff
{
    // A line break within a text is written as \n, so that each change is one line.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<FieldChange> Between(JsonNode? before, JsonNode? after)
    {
        var (old, now) = (Fields(before), Fields(after));
        return
        [
            .. old.Keys.Union(now.Keys, StringComparer.Ordinal)
                .Select(path => new FieldChange(path, old.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string> Fields(JsonNode? settings)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(fields, string.Empty, settings);
        return fields;
    }

    private static void Add(Dictionary<string, string> fields, string path, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject group:
                foreach (var (name, value) in group)
                {
                    Add(fields, path.Length == 0 ? name : $"{path}.{name}", value);
                }

                break;
            case JsonArray list when list.Any(entry => entry is JsonObject or JsonArray):
                for (var place = 0; place < list.Count; place++)
                {
                    Add(fields, FormattableString.Invariant($"{path}[{place}]"), list[place]);
                }

                break;
            case JsonArray { Count: > 0 } list:
                fields[path] = string.Join(", ", list.Select(Text));
                break;
            case JsonValue:
                fields[path] = Text(node);
                break;
        }
    }

    private static string Text(JsonNode? value) => value?.ToJsonString(Readable).Trim('"') ?? string.Empty;
}
