using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Market Payments",
    Author = "The MarketSite contributors",
    Version = MarketVersion.Current)]

[assembly: Feature(
    Id = "Market.Payments",
    Name = "Market Payments",
    Description = "Client accounts of a local food market: every order a debit, every payment a credit, every balance in sight.",
    Category = "Market",
    Dependencies = ["OrchardCore.Contents", "OrchardCore.Users"])]
