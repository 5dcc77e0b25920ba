using OrchardCore.DisplayManagement.Manifest;

[assembly: Theme(
    Name = "Market Theme",
    Author = "The MarketSite contributors",
    Version = MarketVersion.Current,
    Description = "The public site of a market: phone first, light and dark.",
    Dependencies =
    [
        "OrchardCore.Themes",
        // The header logs people in and out.
        "OrchardCore.Users",
    ])]
