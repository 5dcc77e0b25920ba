using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Market Desk",
    Author = "The MarketSite contributors",
    Version = MarketVersion.Current)]

[assembly: Feature(
    Id = "Market.Desk",
    Name = "Market Desk",
    Description = "The coordinator's desk: what waits on the admin's home, find anything with one key, trends.",
    Category = "Market",
    Dependencies = ["Market.Payments", "OrchardCore.Admin"])]

[assembly: Feature(
    Id = "Market.Desk.Alerts",
    Name = "Market Desk Alerts",
    Description = "Tells each coordinator what they chose to be told of, by a notification and by mail.",
    Category = "Market",
    Dependencies = ["Market.Desk", "OrchardCore.Email", "OrchardCore.Notifications"])]
