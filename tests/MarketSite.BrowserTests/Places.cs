namespace MarketSite.BrowserTests;

/// <summary>The market's pages by the names the tests call them. Ids are read from the pages that link to them.</summary>
public sealed class Places(Market market)
{
    /// <summary>The client whose account the admin pages are looked at with: it has unpaid orders.</summary>
    private const string Client = "Hélène Faure";

    /// <summary>The member who has paid by card.</summary>
    private const string Payer = "karim";

    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal)
    {
        ["home"] = "",
        ["order"] = "order",
        ["by-category"] = "order?by=category",
        ["producers"] = "producers",
        ["producer"] = "producers/ferme-des-trois-chenes",
        ["my-account"] = "my-account",
        ["my-statement"] = "my-account/statement",
        ["my-leave"] = "my-account/leave",
        ["my-household"] = "my-account/household",
        ["invitation-off"] = "invitation/no-such-link",
        ["my-data"] = "my-account/data",
        ["my-preferences"] = "my-account/preferences",
        ["my-statement-print"] = "my-account/statement/print",
        ["login"] = "Login",
        ["register"] = "Register",
        ["second-factor"] = "Authenticator/Configure/App",
        ["not-found"] = "no-such-page",
        ["expired"] = "pay/no-such-link",
        ["desk"] = "Admin",
        ["find"] = "Admin/find?q=cheque",
        ["alerts"] = "Admin/alerts",
        ["trends"] = "Admin/trends",
        ["balances"] = "Admin/payments/balances",
        ["invitation-needed"] = "invitation",
        ["invitations"] = "Admin/payments/invitations",
        ["clients"] = "Admin/payments/clients",
        ["settings"] = "Admin/payments/settings",
        ["words"] = "Admin/payments/words",
        ["orders"] = "Admin/orders",
        ["pending"] = "Admin/payments/pending",
        ["fees"] = "Admin/payments/fees",
        ["fees-new"] = "Admin/payments/fees/new",
        ["year"] = "Admin/payments/year",
        ["bank"] = "Admin/payments/bank",
        ["cheques"] = "Admin/payments/cheques",
        ["slips"] = "Admin/payments/slips",
        ["drawers"] = "Admin/payments/drawers",
        ["drawer-open"] = "Admin/payments/drawers/open",
        ["card"] = "pay/card",
        ["online-payments"] = "Admin/payments/online",
        ["reminders"] = "Admin/payments/reminders",
        ["reminders-sent"] = "Admin/payments/reminders/sent",
        ["reminders-settings"] = "Admin/payments/reminders/settings",
        ["books"] = "Admin/payments/books",
        ["journals"] = "Admin/payments/journals",
        ["still-to-set"] = "Admin/payments/to-set",
        ["open-accounts"] = "Admin/payments/clients/open",
        ["counters"] = "Admin/counter",
        ["receipts"] = "Admin/payments/receipts",
        ["connection"] = "Admin/payments/stripe/connection",
        ["moving-in"] = "Admin/payments/moving-in",
        ["handbook"] = "Admin/handbook?q=cheque",
        ["handbook-page"] = "Admin/handbook/settings",
        ["help"] = "handbook/my-account",
        ["welcome-expired"] = "welcome/no-such-link",
    };

    public static TheoryData<string> Public => ["home", "order", "by-category", "producers", "producer", "my-account", "my-statement", "my-statement-print", "my-data", "my-preferences", "my-leave", "my-order", "card", "card-return", "pay", "expired", "welcome-expired", "receipt", "my-receipt", "help", "login", "register", "second-factor", "not-found"];

    public static TheoryData<string> Back =>
        ["desk", "find", "trends", "alerts", "balances", "clients", "invitations", "account", "statement", "payment", "refund", "adjust", "reverse", "settings", "words", "orders", "one-order", "on-sale", "order-lists", "packing-list", "type-in", "type-in-order", "pending", "fees", "fees-new", "year", "bank", "bank-lines", "bank-line", "bank-table", "cheques", "cheque", "hand-over", "slips", "slip", "drawers", "drawer-open", "drawer", "drawer-close", "online-payments", "online-payment", "card-refund", "connection", "receipts", "staff-receipt", "printed-receipt", "moving-in", "moving-in-columns", "moving-in-preview", "moved-in", "reminders", "reminders-sent", "reminders-settings", "books", "journals", "still-to-set", "open-accounts", "announce", "order-new", "order-correct", "delivery", "counters", "closing", "handbook", "handbook-page"];

    /// <summary>Who looks at a public page: a member, where it is only for members.</summary>
    public static string? Visitor(string page) => page switch
    {
        "home" or "order" or "my-account" or "my-order" or "my-receipt" or "card" or "second-factor" or "my-statement" or "my-statement-print" or "my-data" or "my-preferences" or "my-leave" => "helene",
        "card-return" => Payer,
        _ => null,
    };

    public async Task<string> FindAsync(string page)
    {
        if (!_found.ContainsKey(page))
        {
            await ReadAsync();
        }

        return _found[page];
    }

    private async Task ReadAsync()
    {
        await using var visit = await market.VisitAsync(Market.Admin);
        await visit.GoAsync(_found["balances"]);
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = Client }).ClickAsync();
        await visit.Page.Locator("#statement").WaitForAsync();
        _found["account"] = new Uri(visit.Page.Url).AbsolutePath;
        foreach (var form in (string[])["statement", "payment", "refund", "adjust", "announce"])
        {
            _found[form] = $"{_found["account"]}/{form}";
        }

        _found["pay"] = new Uri((await visit.Page.Locator("#payment-link-address").GetAttributeAsync("value"))!).AbsolutePath;
        _found["reverse"] = await LinkAsync(visit, "Reverse");
        await visit.GoAsync(_found["orders"]);
        _found["one-order"] = await LinkAsync(visit, "See the order");
        _found["order-correct"] = _found["one-order"] + "/correct";
        _found["on-sale"] = await ButtonAsync(visit, "On sale");
        _found["order-lists"] = await ButtonAsync(visit, "Lists");
        _found["packing-list"] = _found["order-lists"] + "?by=Basket";
        _found["type-in"] = await ButtonAsync(visit, "Type in orders");
        var client = _found["account"].Split('/')[^1];
        _found["type-in-order"] = $"{_found["type-in"]}?accountId={client}";
        _found["delivery"] = await ButtonAsync(visit, "Correct a delivery");
        _found["order-new"] = $"Admin/orders/new?distributionId={_found["type-in"].Split('/')[^2]}&accountId={client}";
        _found["reminder-mail"] = $"{_found["reminders"]}/preview?accountId={client}&step=1";
        await visit.GoAsync(_found["counters"]);
        _found["counter"] = (await visit.Page.Locator(".ta-content a[href*='/counter/']").First.GetAttributeAsync("href"))!;
        _found["closing"] = await ButtonAsync(visit, "Close the distribution");
        await visit.GoAsync("Admin/Workflows/Types");
        _found["reminders-workflow"] = (await visit.Page.Locator("a[href*='/Types/Edit/']").Filter(new() { HasTextString = "Reminders" }).First.GetAttributeAsync("href"))!;
        await ReadChequesAsync(visit);
        await ReadReceiptAsync(visit);
        _found["drawer"] = await visit.OpenDrawerAsync("Caisse du marché");
        _found["drawer-close"] = _found["drawer"] + "/close";
        await ReadMovingInAsync(visit);
        await ReadBankAsync(visit);
        await ReadMembersAsync();
    }

    // One file is moved in, the other waits with a fault.
    private async Task ReadMovingInAsync(Visit visit)
    {
        await visit.BringAsync("name;email;balance\nNadia Perrin;nadia.perrin@example.org;1,00\n");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Show what would be moved in" }).ClickAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Move them in" }).ClickAsync();
        await visit.Page.Locator("#moved").WaitForAsync();
        _found["moved-in"] = new Uri(visit.Page.Url).AbsolutePath;
        await visit.BringAsync("name;email;balance\nOlivier Blanc;olivier.blanc@example.org;1,00\nMarie-Charlotte de La Rochebrune et Jean-Baptiste Vandenbroucke;no-address;2,00\n");
        _found["moving-in-columns"] = new Uri(visit.Page.Url).AbsolutePath;
        _found["moving-in-preview"] = _found["moving-in-columns"].Replace("/columns", "/preview", StringComparison.Ordinal);
    }

    // A line that somebody of that name owes waits in the inbox; a table waits for its columns.
    private async Task ReadBankAsync(Visit visit)
    {
        await visit.ReadStatementAsync("statement.mt940", BankFiles.Mt940((1.23m, "VIR SEPA HELENE FAURE panier de la semaine et quelques mots encore"), (-4.56m, "FRAIS DE TENUE DE COMPTE")));
        _found["bank-lines"] = new Uri(visit.Page.Url).PathAndQuery;
        _found["bank-line"] = (await visit.Page.Locator("#lines a[href*='/bank/line/']").First.GetAttributeAsync("href"))!;
        await visit.ReadStatementAsync("table.csv", "Date;Libellé;Montant\n03/11/2026;VIR DUPONT;12,30\n");
        _found["bank-table"] = new Uri(visit.Page.Url).AbsolutePath;
    }

    // One of the demonstration's cheques goes on a slip, the other stays in hand.
    private async Task ReadChequesAsync(Visit visit)
    {
        _found["hand-over"] = $"{_found["account"]}/cheques";
        await visit.GoAsync(_found["cheques"]);
        _found["cheque"] = (await visit.Page.Locator("#cheques tbody a:visible").First.GetAttributeAsync("href"))!;
        await visit.Page.Locator("#cheques input[type=checkbox]").Last.CheckAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Make a deposit slip" }).ClickAsync();
        await visit.Page.Locator("#slip").WaitForAsync();
        _found["slip"] = new Uri(visit.Page.Url).AbsolutePath;
    }

    // Of a payment of its own, so that it does not matter which others there are.
    private async Task ReadReceiptAsync(Visit visit)
    {
        await visit.GoAsync(_found["payment"]);
        await visit.Page.Locator("[name=Amount]").FillAsync("0.01");
        await visit.Page.Locator("#method-cash").CheckAsync();
        await visit.Page.Locator("form:has([name=Amount]) button[type=submit]").ClickAsync();
        await visit.Page.Locator("#receipts summary").ClickAsync();
        await visit.Page.Locator("#receipts form button").First.ClickAsync();
        await visit.Page.Locator("#receipt").WaitForAsync();
        _found["staff-receipt"] = new Uri(visit.Page.Url).AbsolutePath;
        _found["my-receipt"] = "my-account/receipts/" + _found["staff-receipt"].Split('/')[^1];
        _found["receipt"] = new Uri((await visit.Page.Locator("#receipt-link").GetAttributeAsync("value"))!).AbsolutePath;
        await visit.Page.Locator("form[action$='/print'] button").ClickAsync();
        await visit.Page.Locator("#receipt").WaitForAsync();
        _found["printed-receipt"] = _found["staff-receipt"] + "/print/1";
    }

    private async Task ReadMembersAsync()
    {
        await using var client = await market.VisitAsync(Visitor("my-order"));
        await client.GoAsync(_found["my-account"]);
        _found["my-order"] = (await client.Page.Locator("a[href*='/order/']").First.GetAttributeAsync("href"))!;

        await using var payer = await market.VisitAsync(Payer);
        _found["card-return"] = await payer.PayByCardAsync("1.00");
        var online = "Admin/payments/online/" + _found["card-return"].Split('/')[^1];
        (_found["online-payment"], _found["card-refund"]) = (online, online + "/refund");
    }

    private static async Task<string> ButtonAsync(Visit visit, string text) =>
        (await visit.Page.Locator("a.btn").Filter(new() { HasTextString = text }).First.GetAttributeAsync("href"))!;

    private static async Task<string> LinkAsync(Visit visit, string text) =>
        (await visit.Page.Locator("td").GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = text, Exact = true }).First.GetAttributeAsync("href"))!;
}
