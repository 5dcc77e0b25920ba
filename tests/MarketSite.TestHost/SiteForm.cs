using AngleSharp.Html.Dom;

namespace MarketSite.TestHost;

/// <summary>A form as the page gave it, with what it would send. It never changes, so the same one can be sent again and again.</summary>
public sealed class SiteForm
{
    private SiteForm(Uri action, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        Action = action;
        Fields = fields;
    }

    public Uri Action { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; }

    /// <summary>What the form sends for a name, or null where it sends nothing.</summary>
    public string? this[string name] => Fields.Where(field => field.Key == name).Select(field => field.Value).FirstOrDefault();

    /// <summary>The same form with one field typed in, chosen or pressed.</summary>
    public SiteForm With(string name, string value) => new(Action, [.. Fields.Where(field => field.Key != name), new(name, value)]);

    /// <summary>The same form with several values of one name, as ticked boxes send them; none unticks all.</summary>
    public SiteForm WithAll(string name, params string[] values) =>
        new(Action, [.. Fields.Where(field => field.Key != name), .. values.Select(value => new KeyValuePair<string, string>(name, value))]);

    /// <summary>The same form without a field.</summary>
    public SiteForm Without(string name) => new(Action, [.. Fields.Where(field => field.Key != name)]);

    /// <summary>The same form with one field only.</summary>
    public SiteForm Only(string name) => new(Action, [.. Fields.Where(field => field.Key == name)]);

    /// <summary>The same fields, sent elsewhere.</summary>
    public SiteForm To(Uri action) => new(action, Fields);

    internal static Uri ActionOf(Uri page, IHtmlFormElement form) => new(page, form.GetAttribute("action") is { Length: > 0 } action ? action : page.ToString());

    internal static SiteForm Read(Uri page, IHtmlFormElement form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(element => !element.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.HasAttribute("checked"))
                    {
                        fields.Add(new(name, box.GetAttribute("value") ?? "on"));
                    }

                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "file" or "reset" }:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, input.GetAttribute("value") ?? string.Empty));
                    break;
                case IHtmlSelectElement select:
                    var chosen = select.Options.Where(option => option.HasAttribute("selected")).ToList();
                    if (chosen.Count == 0 && !select.IsMultiple && select.Options.Length > 0)
                    {
                        chosen.Add(select.Options[0]);
                    }

                    fields.AddRange(chosen.Select(option => new KeyValuePair<string, string>(name, option.Value)));
                    break;
                default:
                    fields.Add(new(name, element.TextContent));
                    break;
            }
        }

        return new SiteForm(ActionOf(page, form), fields);
    }
}
