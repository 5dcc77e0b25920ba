using OrchardCore.Modules.Manifest;

[assembly: Module(
    Name = "Market Payments Moving In",
    Author = "The MarketSite contributors",
    Version = MarketVersion.Current)]

[assembly: Feature(
    Id = "Market.Payments.MovingIn",
    Name = "Market Payments Moving In",
    Description = "A market moves in from elsewhere: clients, logins and opening balances from a table saved as CSV, looked at first, then all or nothing; mails with a link to set a password.",
    Category = "Market",
    Dependencies = ["Market.Payments", "OrchardCore.Users.ResetPassword"])]
