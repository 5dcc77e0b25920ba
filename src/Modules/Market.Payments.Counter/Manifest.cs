using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Market Payments Counter",
    Author = "The MarketSite contributors",
    Version = MarketVersion.Current)]

[assembly: Feature(
    Id = "Market.Payments.Counter",
    Name = "Market Payments Counter",
    Description = "Market day: the counter that works without network, the cash drawer, receipts, and closing a distribution.",
    Category = "Market",
    Dependencies = ["Market.Payments"])]
