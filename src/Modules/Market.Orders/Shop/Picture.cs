using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;

namespace Market.Orders.Shop;

/// <summary>A picture of a product or a producer.</summary>
/// <param name="Address">Where it is, from the site's root: <c>~/media/carrots.jpg</c>.</param>
/// <param name="Text">What is to be seen on it, for who does not see it; empty where the words beside it say as much.</param>
public sealed record Picture(string Address, string Text)
{
    /// <summary>The field that takes a file, where Orchard's media library is on. It is read as it is stored: this module knows that library by name only.</summary>
    public const string Field = "Photo";

    // Where the library serves its files, unless a site is configured otherwise.
    private const string Library = "/media/";

    /// <summary>The file that was chosen, or else the address that was typed; none where neither is a file of this site.</summary>
    /// <param name="part">What the picture is of.</param>
    /// <param name="typed">The address that was typed.</param>
    public static Picture? Of(ContentPart part, string? typed)
    {
        ArgumentNullException.ThrowIfNull(part);
        JsonObject stored = part.Content;
        var field = stored[Field] as JsonObject;
        if (First(field?["Paths"]) is { Length: > 0 } path && PictureAddress.FromRoot(Library + path) is { } file)
        {
            return new Picture(file, First(field?["MediaTexts"]) ?? string.Empty);
        }

        return PictureAddress.FromRoot(typed) is { } address ? new Picture(address, string.Empty) : null;
    }

    private static string? First(JsonNode? list) =>
        list is JsonArray { Count: > 0 } values && values[0] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
