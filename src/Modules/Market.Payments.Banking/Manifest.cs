using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Market Payments Banking",
    Author = "The MarketSite contributors",
    Version = MarketVersion.Current)]

[assembly: Feature(
    Id = "Market.Payments.Banking",
    Name = "Market Payments Banking",
    Description = "Cheques: in hand, in advance, deposit slips, unpaid. Transfers: details to copy, a QR code for the bank's app, announcing one, and how far the bank statement is recorded.",
    Category = "Market",
    Dependencies = ["Market.Payments"])]
