using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Market Payments Reminders",
    Author = "The MarketSite contributors",
    Version = MarketVersion.Current)]

[assembly: Feature(
    Id = "Market.Payments.Reminders",
    Name = "Market Payments Reminders",
    Description = "Reminds members of what they owe: a ladder of mails with a fair calendar, and a digest for the coordinator.",
    Category = "Market",
    Dependencies = ["Market.Payments", "OrchardCore.Email", "OrchardCore.Liquid", "OrchardCore.Workflows"])]
