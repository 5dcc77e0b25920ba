using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Market Payments Stripe",
    Author = "The MarketSite contributors",
    Version = "0.1.0")]

[assembly: Feature(
    Id = "Market.Payments.Stripe",
    Name = "Market Payments Stripe",
    Description = "Online card payments that keep their own books: Stripe Checkout, refunds, disputes and payouts.",
    Category = "Market",
    Dependencies = ["Market.Payments"])]
