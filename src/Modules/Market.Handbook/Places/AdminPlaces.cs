namespace Market.Handbook.Places;

/// <summary>Which page of the admin is explained where.</summary>
public static class AdminPlaces
{
    public static IReadOnlyList<Place> All { get; } =
    [
        // The desk
        new("find", "desk", "find-anything", "find-desktop"),
        new("trends", "desk", "trends", "trends-desktop"),
        new("alerts", "desk", "alerts", "alerts-desktop"),

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
        new("orders", "orders", Picture: "orders-desktop"),
        new("orders/new", "orders", "order-for-a-client", "order-new-desktop"),
        new("orders/place", "orders", "order-for-a-client"),
        new("orders/*/correct", "goods", "correct-weights-or-prices", "order-correct-desktop"),
        new("distributions/*/on-sale", "selling", "on-sale", "on-sale-desktop"),
        new("distributions/*/lists", "orders", "lists-to-bring-to-pack-and-to-hand-out", "order-lists-desktop"),
        new("distributions/*/type-in", "orders", "type-in-paper-orders", "type-in-order-desktop"),
        new("distributions/*/delivery", "goods", "correct-a-delivery", "delivery-desktop"),

        // Accounts
        new("payments/clients", "clients", Picture: "clients-desktop"),
        new("payments/invitations", "clients", "invite-to-the-market", "invitations-desktop"),
        new("payments/clients/open", "clients", "who-registers", "open-accounts-desktop"),
        new("payments/balances", "balances", Picture: "balances-desktop"),
        new("payments/accounts", "clients", "the-account", "account-desktop"),
        new("payments/accounts/*/payment", "payments", Picture: "payment-desktop"),
        new("payments/accounts/*/refund", "payments", "give-money-back", "refund-desktop"),
        new("payments/accounts/*/adjust", "corrections", "adjust", "adjust-desktop"),
        new("payments/accounts/*/reverse", "corrections", "reverse", "reverse-desktop"),
        new("payments/accounts/*/announce", "announced", "announce-for-a-member", "announce-desktop"),
        new("payments/accounts/*/pending", "announced", "when-it-arrives"),
        new("payments/accounts/*/statement", "clients", "statement-and-data", "statement-desktop"),
        new("payments/accounts/*/data", "clients", "statement-and-data"),
        new("payments/accounts/*/stay", "clients", "close-an-account"),
        new("payments/accounts/*/logins", "clients", "households"),
        new("payments/accounts/*/links", "clients", "payment-links"),
        new("payments/accounts/*/returnables", "goods", "packaging-on-deposit"),
        new("payments/accounts/*/receipts", "receipts"),
        new("payments/accounts/*/cheques", "cheques", "in-advance", "hand-over-desktop"),
        new("payments/pending", "announced", "when-it-arrives", "pending-desktop"),
        new("payments/to-set", "settings", "what-is-still-to-set", "still-to-set-desktop"),
        new("payments/words", "settings", "words", "words-desktop"),

        // Market day
        new("counter", "counter", Picture: "counter-phone"),
        new("counter/*/close", "closing", Picture: "closing-desktop"),
        new("counter/*/reopen", "closing", "open-it-again"),
        new("counter/receipts", "receipts"),
        new("payments/drawers", "drawers", Picture: "drawers-desktop"),
        new("payments/receipts", "receipts", Picture: "staff-receipt-desktop"),

        // The treasurer
        new("payments/reminders", "reminders", Picture: "reminders-desktop"),
        new("payments/reminders/settings", "settings", "reminders", "reminders-settings-desktop"),
        new("payments/reminders/sent", "reminders", "before-and-after", "reminders-sent-desktop"),
        new("payments/bank", "bank", Picture: "bank-desktop"),
        new("payments/bank/table", "bank", "tables-csv", "bank-table-desktop"),
        new("payments/bank/line", "bank", "what-is-proposed-and-why", "bank-line-desktop"),
        new("payments/cheques", "cheques", Picture: "cheques-desktop"),
        new("payments/cheque", "cheques", "one-cheque", "cheque-desktop"),
        new("payments/cheque/*/bounced", "cheques", "the-bank-did-not-pay"),
        new("payments/slips", "cheques", "to-the-bank", "slips-desktop"),
        new("payments/slip", "cheques", "to-the-bank", "slip-desktop"),
        new("payments/online", "card", Picture: "online-payments-desktop"),
        new("payments/online/*/refund", "card", "give-money-back", "card-refund-desktop"),
        new("payments/stripe", "card"),
        new("payments/stripe/connection", "card", "setting-up", "connection-desktop"),
        new("payments/producers", "producers"),
        new("payments/producers/*/link", "producers", "setting-up"),
        new("payments/producers/distributions", "producers", "settling"),
        new("payments/producers/statements", "producers", "the-statement"),
        new("payments/fees", "fees", Picture: "fees-desktop"),
        new("payments/fee", "fees", "a-run"),
        new("payments/books", "books", Picture: "books-desktop"),
        new("payments/journals", "journals", Picture: "journals-desktop"),
        new("payments/year", "year", Picture: "year-desktop"),

        // The administrator
        new("payments/settings", "settings", "payments", "settings-desktop"),
        new("Settings/orders", "settings", "orders"),
        new("Settings", "settings"),
        new("payments/moving-in", "moving-in", Picture: "moving-in-preview-desktop"),
        new("payments/moved-in", "moving-in", "if-it-was-wrong", "moved-in-desktop"),
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
