namespace Market.Payments;

/// <summary>The rights to a market's content, by the names that Orchard's Contents gives them.</summary>
public static class ContentRights
{
    /// <summary>To list, write, publish and delete the items of a content type.</summary>
    /// <param name="contentType">The content type's technical name.</param>
    public static IReadOnlyList<string> Of(string contentType) => [$"ListContent_{contentType}", $"Publish_{contentType}", $"Delete_{contentType}"];
}
