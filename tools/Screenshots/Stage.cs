using System.Text;
using Microsoft.Playwright;

namespace Screenshots;

/// <summary>Makes what a demonstration has not got by itself, as a coordinator does by hand.</summary>
internal static class Stage
{
    /// <summary>Makes all of it, in a window of the administrator's, and gives the addresses.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> MakeAsync(IPage page)
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        await page.GotoAsync("Admin/counter");
        made[Staged.Closing] = (await page.Locator(".ta-content a[href$='/close']").First.GetAttributeAsync("href"))!;
        await page.GotoAsync("Admin/payments/balances");
        made[Staged.Account] = (await page.GetByRole(AriaRole.Link, new() { Name = "Claire Dubois", Exact = true }).GetAttributeAsync("href"))!;
        await page.GotoAsync(made[Staged.Account]);
        made[Staged.PaymentLink] = new Uri((await page.Locator("#payment-link-address").GetAttributeAsync("value"))!).AbsolutePath;
        made[Staged.Receipt] = await ReceiptAsync(page, made[Staged.Account]);
        made[Staged.Drawer] = await DrawerAsync(page);
        made[Staged.Slip] = await SlipAsync(page);
        made[Staged.BankLines] = await BankAsync(page);
        made[Staged.MovingIn] = await MovingInAsync(page);
        return made;
    }

    private static async Task<string> ReceiptAsync(IPage page, string account)
    {
        await page.GotoAsync(account + "/payment");
        await page.Locator("[name=Amount]").FillAsync("12.50");
        await page.Locator("#method-cash").CheckAsync();
        await page.Locator("form:has([name=Amount]) button[type=submit]").ClickAsync();
        await page.Locator("#receipts summary").ClickAsync();
        await page.Locator("#receipts form button").First.ClickAsync();
        await page.Locator("#receipt").WaitForAsync();
        return new Uri((await page.Locator("#receipt-link").GetAttributeAsync("value"))!).AbsolutePath;
    }

    private static async Task<string> DrawerAsync(IPage page)
    {
        await page.GotoAsync("Admin/payments/drawers/open");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Stall");
        await page.GetByLabel("Float before the distribution").FillAsync("50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open a drawer" }).ClickAsync();
        await page.Locator("#movements").WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task<string> SlipAsync(IPage page)
    {
        await page.GotoAsync("Admin/payments/cheques");
        await page.Locator("#cheques input[type=checkbox]").Last.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a deposit slip" }).ClickAsync();
        await page.Locator("#slip").WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task<string> BankAsync(IPage page)
    {
        const string Statement =
            """
            :20:1
            :25:FR7630006000011234567890189
            :28C:1/1
            :60F:C261120EUR1000,00
            :61:2611210000C24,50NTRFNONREF
            :86:VIR SEPA HELENE FAURE panier de la semaine
            :61:2611210000C18,00NTRFNONREF
            :86:VIR SEPA AMELIE DURAND
            :61:2611220000D4,56NCHGNONREF
            :86:FRAIS DE TENUE DE COMPTE
            :62F:C261122EUR1037,94
            -
            """;
        await page.GotoAsync("Admin/payments/bank");
        await page.GetByLabel("Statement from your bank").SetInputFilesAsync(File("statement.mt940", Statement));
        if (await page.GetByLabel("This account is the market's").CountAsync() > 0)
        {
            await page.GetByLabel("This account is the market's").CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Read the statement" }).ClickAsync();
        await page.Locator("#lines").WaitForAsync();
        return new Uri(page.Url).PathAndQuery;
    }

    private static async Task<string> MovingInAsync(IPage page)
    {
        await page.GotoAsync("Admin/payments/moving-in");
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(File("members.csv", "name;email;balance\nMarie Laurent;marie.laurent@example.org;12,50\nLouis Blanc;louis.blanc@example.org;-31,00\nRose Chevalier;;0,00\n"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the file" }).ClickAsync();
        await page.Locator("#columns").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what would be moved in" }).ClickAsync();
        await page.Locator("#move-in").WaitForAsync();
        return new Uri(page.Url).PathAndQuery;
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal)) };
}
