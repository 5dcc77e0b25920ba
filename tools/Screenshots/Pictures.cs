namespace Screenshots;

/// <summary>One page that a picture is taken of.</summary>
/// <param name="Name">What its pictures are called, before the screen and the language; the tests of the browser call the page so too, as a rule.</param>
/// <param name="Person">Who looks at it; null for somebody who is not signed in.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Place">The page of the admin in the words of the handbook's places; null for what members see.</param>
/// <param name="Follow">The link on it that leads to what is meant.</param>
/// <param name="Press">What is pressed on it before it is taken, one after another, with a bar between.</param>
/// <param name="IsPhone">Whether it is looked at on a phone, as a rule.</param>
public sealed record Picture(string Name, string? Person, string Address, string? Place = null, string? Follow = null, string? Press = null, bool IsPhone = false);

/// <summary>Every page of the market, and which of them nobody takes a picture of, and why.</summary>
public static class Pictures
{
    private const string Admin = "admin";

    private const string Account = "a[href*='/payments/accounts/']:text-is('Claire Dubois')";

    public static IReadOnlyList<Picture> All { get; } =
    [
        // Members
        new("home", "member", "", IsPhone: true),
        new("order", "member", "order", IsPhone: true),
        new("my-basket", "member", "order", Press: ".product button[data-step='1']|form[data-order-form] button[value=review]", IsPhone: true),
        new("my-order", "member", "my-account", Follow: "a[href*='/order/']", IsPhone: true),
        new("my-account", "member", "my-account", IsPhone: true),
        new("my-statement", "member", "my-account/statement", IsPhone: true),
        new("my-data", "member", "my-account/data", IsPhone: true),
        new("my-preferences", "member", "my-account/preferences", IsPhone: true),
        new("my-leave", "member", "my-account/leave", IsPhone: true),
        new("producers", null, "producers", IsPhone: true),
        new("producer", null, "producers/ferme-des-trois-chenes", IsPhone: true),
        new("login", null, "Login", IsPhone: true),
        new("register", null, "Register", IsPhone: true),
        new("help", "member", "handbook/my-account", IsPhone: true),
        new("pay", null, Staged.PaymentLink, IsPhone: true),
        new("receipt", null, Staged.Receipt, IsPhone: true),

        // Market day
        new("counter", "volunteer", "Admin/counter", "counter", Follow: ".ta-content a[href*='/counter/']", IsPhone: true),
        new("counter-member", "volunteer", "Admin/counter", Follow: ".ta-content a[href*='/counter/']", Press: "#rows .row", IsPhone: true),
        new("closing", Admin, Staged.Closing, "counter/*/close"),
        new("drawers", Admin, "Admin/payments/drawers"),
        new("drawer", Admin, Staged.Drawer, "payments/drawers"),
        new("receipts", Admin, "Admin/payments/receipts", "payments/receipts"),

        // The coordinator
        new("desk", Admin, "Admin"),
        new("find", Admin, "Admin/find?q=claire", "find"),
        new("trends", Admin, "Admin/trends", "trends"),
        new("alerts", Admin, "Admin/alerts", "alerts"),
        new("orders", Admin, "Admin/orders", "orders"),
        new("one-order", Admin, "Admin/orders", Follow: "td a:text-is('See the order')"),
        new("on-sale", Admin, "Admin/orders", "distributions/*/on-sale", Follow: "a.btn[href$='/on-sale']"),
        new("order-lists", Admin, "Admin/orders", "distributions/*/lists", Follow: "a.btn[href$='/lists']"),
        new("type-in", Admin, "Admin/orders", "distributions/*/type-in", Follow: "a.btn[href$='/type-in']"),
        new("clients", Admin, "Admin/payments/clients", "payments/clients"),
        new("balances", Admin, "Admin/payments/balances", "payments/balances"),
        new("account", Admin, "Admin/payments/balances", "payments/accounts", Follow: Account),
        new("statement", Admin, Staged.Account + "/statement", "payments/accounts/*/statement"),
        new("payment", Admin, Staged.Account + "/payment", "payments/accounts/*/payment"),
        new("refund", Admin, Staged.Account + "/refund", "payments/accounts/*/refund"),
        new("adjust", Admin, Staged.Account + "/adjust", "payments/accounts/*/adjust"),
        new("pending", Admin, "Admin/payments/pending", "payments/pending"),
        new("to-set", Admin, "Admin/payments/to-set", "payments/to-set"),

        // The treasurer
        new("bank", Admin, "Admin/payments/bank", "payments/bank"),
        new("bank-lines", Admin, Staged.BankLines),
        new("bank-line", Admin, Staged.BankLines, "payments/bank/line", Follow: "#lines a[href*='/bank/line/']"),
        new("cheques", Admin, "Admin/payments/cheques", "payments/cheques"),
        new("slips", Admin, "Admin/payments/slips", "payments/slips"),
        new("slip", Admin, Staged.Slip, "payments/slip"),
        new("fees", Admin, "Admin/payments/fees", "payments/fees"),
        new("fees-new", Admin, "Admin/payments/fees/new"),
        new("books", Admin, "Admin/payments/books", "payments/books"),
        new("journals", Admin, "Admin/payments/journals", "payments/journals"),
        new("year", Admin, "Admin/payments/year", "payments/year"),

        // The administrator
        new("settings", Admin, "Admin/payments/settings", "payments/settings"),
        new("orders-settings", Admin, "Admin/Settings/orders", "Settings/orders"),
        new("moving-in", Admin, "Admin/payments/moving-in", "payments/moving-in"),
        new("moving-in-preview", Admin, Staged.MovingIn),
        new("handbook", Admin, "Admin/handbook?q=cheque"),
    ];

    /// <summary>The pages without a picture by this tool, by the name that the tests of the browser or the handbook's places give them.</summary>
    public static IReadOnlyDictionary<string, string> Without { get; } = Reasons(
        ("the page of orders or products in another order", ["by-category", "packing-list", "type-in-order"]),
        ("paper, and the same as on the screen", ["my-statement-print", "printed-receipt", "my-receipt", "staff-receipt"]),
        ("a sentence and no more", ["not-found", "expired", "welcome-expired", "counter/receipts", "payments/accounts/*/links", "payments/accounts/*/stay", "payments/accounts/*/receipts", "payments/accounts/*/data"]),
        ("Orchard's own page", ["second-factor", "Settings", "Workflows", "Roles", "Users", "Features", "AuditTrail", "DeploymentPlan", "Recipes"]),
        ("Orchard's own editor and list of content", ["Contents/ContentItems/Distribution", "Contents/ContentItems/Product", "Contents/ContentItems/Producer", "Contents/ContentItems/Returnable", "Contents/ContentTypes/Distribution", "Contents/ContentTypes/Product", "Contents/ContentTypes/Producer", "Contents/ContentTypes/Returnable", "Contents/ContentTypes/Client"]),
        ("needs a card provider: docs/online-card.md and docs/producers.md have pictures of a market with one", ["card", "card-return", "online", "online-payment", "online-refund", "connection", "payments/online", "payments/online/*/refund", "payments/stripe", "payments/stripe/connection", "payments/producers", "payments/producers/*/link", "payments/producers/distributions", "payments/producers/statements"]),
        ("needs reminders that went out: docs/reminders.md has pictures of a market with some", ["payments/reminders", "payments/reminders/settings", "payments/reminders/sent"]),
        ("a form as the one for a payment, an order or a cheque is", ["reverse", "payments/accounts/*/reverse", "payments/accounts/*/announce", "payments/accounts/*/pending", "payments/accounts/*/returnables", "payments/accounts/*/cheques", "hand-over", "cheque", "payments/cheque", "payments/cheque/*/bounced", "drawer-open", "drawer-close", "counter/*/reopen", "orders/new", "orders/place", "orders/*/correct", "distributions/*/delivery", "payments/clients/open"]),
        ("shown by its preview or its list", ["moving-in-columns", "moved-in", "payments/moved-in", "bank-table", "payments/bank/table", "payments/fee", "handbook-page"]));

    private static Dictionary<string, string> Reasons(params (string Reason, string[] Pages)[] reasons) =>
        reasons.SelectMany(reason => reason.Pages.Select(page => (page, reason.Reason))).ToDictionary(one => one.page, one => one.Reason, StringComparer.Ordinal);
}
