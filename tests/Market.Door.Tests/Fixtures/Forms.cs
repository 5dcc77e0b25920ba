namespace Market.Door.Tests.Fixtures;

/// <summary>Forms of Orchard's, whose fields have the prefixes of the drivers that show them.</summary>
internal static class Forms
{
    /// <summary>The same form with something typed into the field of this name, whatever its prefix.</summary>
    public static SiteForm Typing(this SiteForm form, string name, string value) => form.With(NameOf(form, name), value);

    /// <summary>The same form with these boxes of a name ticked and no other.</summary>
    public static SiteForm Ticking(this SiteForm form, SitePage page, string name, params string[] values) =>
        form.WithAll(page.One($"[name$='{name}']").GetAttribute("name")!, values);

    private static string NameOf(SiteForm form, string name) =>
        form.Fields.Select(field => field.Key).FirstOrDefault(key => key == name || key.EndsWith("." + name, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"The form to {form.Action} has no field {name}, only {string.Join(", ", form.Fields.Select(field => field.Key))}.");
}
