using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Market Handbook",
    Author = "The MarketSite contributors",
    Version = MarketVersion.Current)]

[assembly: Feature(
    Id = "Market.Handbook",
    Name = "Market Handbook",
    Description = "How to use the market, in English and French, inside the admin: for members, coordinators, treasurers and administrators, searched, and opened from each page at its place; what is new.",
    Category = "Market",
    Dependencies = ["OrchardCore.Admin"])]
