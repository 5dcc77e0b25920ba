using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Market Orders",
    Author = "The MarketSite contributors",
    Version = MarketVersion.Current)]

[assembly: Feature(
    Id = "Market.Orders",
    Name = "Market Orders",
    Description = "Producers, products, distributions and the orders members place for them.",
    Category = "Market",
    Dependencies = ["Market.Payments", "OrchardCore.Contents", "OrchardCore.ContentFields", "OrchardCore.Title", "OrchardCore.Users", "OrchardCore.Workflows"])]
