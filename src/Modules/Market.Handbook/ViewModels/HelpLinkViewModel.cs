namespace Market.Handbook.ViewModels;

public class HelpLinkViewModel
{
    /// <summary>The page that explains; null where only the contents help.</summary>
    public string? Name { get; set; }

    public string? Anchor { get; set; }
}
