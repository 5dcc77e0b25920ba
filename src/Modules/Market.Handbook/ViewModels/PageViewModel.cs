using Market.Handbook.Reading;

namespace Market.Handbook.ViewModels;

public class PageViewModel
{
    public HandbookPage Page { get; set; } = default!;

    public string Html { get; set; } = string.Empty;

    public HandbookPage? Previous { get; set; }

    public HandbookPage? Next { get; set; }

    public IPageAddresses Addresses { get; set; } = default!;
}
