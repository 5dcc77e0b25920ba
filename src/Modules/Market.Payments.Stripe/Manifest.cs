using Market.Payments.Stripe;
using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Market Payments Stripe",
    Author = "The MarketSite contributors",
    Version = MarketVersion.Current)]

[assembly: Feature(
    Id = "Market.Payments.Stripe",
    Name = "Market Payments Stripe",
    Description = "Online card payments that keep their own books: Stripe Checkout, refunds, disputes and payouts.",
    Category = "Market",
    Dependencies = ["Market.Payments"])]

[assembly: Feature(
    Id = StripeFeatures.Producers,
    Name = "Market Payments Stripe Producers",
    Description = "Settles distributions with several producers: each one's share of the card payments is transferred to their own Stripe account (Stripe Connect).",
    Category = "Market",
    Dependencies = ["Market.Payments.Stripe", "Market.Orders", "OrchardCore.Email"])]
