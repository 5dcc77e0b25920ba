using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Other Shop",
    Author = "The MarketSite contributors",
    Version = "0.1.0")]

[assembly: Feature(
    Id = "OtherShop",
    Name = "Other Shop",
    Description = "Yearly memberships, whose fee is on the member's client account, and vouchers as a way to pay.",
    Category = "Market",
    Dependencies = ["Market.Payments", "OrchardCore.Workflows"])]
