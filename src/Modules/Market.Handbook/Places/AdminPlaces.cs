namespace Market.Handbook.Places;

/// <summary>Which page of the admin is explained where.</summary>
public static class AdminPlaces
{
    public static IReadOnlyList<Place> All { get; } =
    [
        // The desk
        new("find", "desk", "find-anything"),
        new("trends", "desk", "trends"),
        new("alerts", "desk", "alerts"),

        // Selling
        new("Contents/ContentItems/Distribution", "selling", "distributions"),
        new("Contents/ContentItems/Product", "selling", "products"),
        new("Contents/ContentItems/Producer", "selling", "producers"),
        new("Contents/ContentItems/Returnable", "goods", "packaging-on-deposit"),
        new("Contents/ContentTypes/Distribution", "selling", "distributions"),
        new("Contents/ContentTypes/Product", "selling", "products"),
        new("Contents/ContentTypes/Producer", "selling", "producers"),
        new("Contents/ContentTypes/Returnable", "goods", "packaging-on-deposit"),
        new("Contents/ContentTypes/Client", "clients"),
        new("orders", "orders"),
        new("orders/new", "orders", "order-for-a-client"),
        new("orders/place", "orders", "order-for-a-client"),
        new("orders/*/correct", "goods", "correct-weights-or-prices"),
        new("distributions/*/on-sale", "selling", "on-sale"),
        new("distributions/*/lists", "orders", "lists-to-bring-to-pack-and-to-hand-out"),
        new("distributions/*/type-in", "orders", "type-in-paper-orders"),
        new("distributions/*/delivery", "goods", "correct-a-delivery"),

        // Accounts
        new("payments/clients", "clients"),
        new("payments/clients/open", "clients", "who-registers"),
        new("payments/balances", "balances"),
        new("payments/accounts", "clients", "the-account"),
        new("payments/accounts/*/payment", "payments"),
        new("payments/accounts/*/refund", "payments", "give-money-back"),
        new("payments/accounts/*/adjust", "corrections", "adjust"),
        new("payments/accounts/*/reverse", "corrections", "reverse"),
        new("payments/accounts/*/announce", "announced", "announce-for-a-member"),
        new("payments/accounts/*/pending", "announced", "when-it-arrives"),
        new("payments/accounts/*/statement", "clients", "statement-and-data"),
        new("payments/accounts/*/data", "clients", "statement-and-data"),
        new("payments/accounts/*/stay", "clients", "close-an-account"),
        new("payments/accounts/*/logins", "clients", "households"),
        new("payments/accounts/*/links", "clients", "payment-links"),
        new("payments/accounts/*/returnables", "goods", "packaging-on-deposit"),
        new("payments/accounts/*/receipts", "receipts"),
        new("payments/accounts/*/cheques", "cheques", "in-advance"),
        new("payments/pending", "announced", "when-it-arrives"),
        new("payments/to-set", "settings", "what-is-still-to-set"),

        // Market day
        new("counter", "counter"),
        new("counter/*/close", "closing"),
        new("counter/*/reopen", "closing", "open-it-again"),
        new("counter/receipts", "receipts"),
        new("payments/drawers", "drawers"),
        new("payments/receipts", "receipts"),

        // The treasurer
        new("payments/reminders", "reminders"),
        new("payments/reminders/settings", "settings", "reminders"),
        new("payments/reminders/sent", "reminders", "before-and-after"),
        new("payments/bank", "bank"),
        new("payments/bank/table", "bank", "tables-csv"),
        new("payments/bank/line", "bank", "what-is-proposed-and-why"),
        new("payments/cheques", "cheques"),
        new("payments/cheque", "cheques", "one-cheque"),
        new("payments/cheque/*/bounced", "cheques", "the-bank-did-not-pay"),
        new("payments/slips", "cheques", "to-the-bank"),
        new("payments/slip", "cheques", "to-the-bank"),
        new("payments/online", "card"),
        new("payments/online/*/refund", "card", "give-money-back"),
        new("payments/stripe", "card"),
        new("payments/stripe/connection", "card", "setting-up"),
        new("payments/producers", "producers"),
        new("payments/producers/*/link", "producers", "setting-up"),
        new("payments/producers/distributions", "producers", "settling"),
        new("payments/producers/statements", "producers", "the-statement"),
        new("payments/fees", "fees"),
        new("payments/fee", "fees", "a-run"),
        new("payments/books", "books"),
        new("payments/journals", "journals"),
        new("payments/year", "year"),

        // The administrator
        new("payments/settings", "settings", "payments"),
        new("Settings/orders", "settings", "orders"),
        new("Settings", "settings"),
        new("payments/moving-in", "moving-in"),
        new("payments/moved-in", "moving-in", "if-it-was-wrong"),
        new("Workflows", "workflows"),
        new("Roles", "roles"),
        new("Users", "roles", "users"),
        new("Features", "upkeep", "features"),
        new("AuditTrail", "upkeep", "who-did-what"),
        new("DeploymentPlan", "upkeep", "settings-elsewhere"),
        new("Recipes", "upkeep", "settings-elsewhere"),
    ];

    /// <summary>What an address of the admin is explained by; null where only the contents help.</summary>
    /// <param name="path">The address below the admin's, without a slash before it.</param>
    public static Place? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return All.Where(place => place.Fits(parts)).MaxBy(place => place.Exactness);
    }
}
