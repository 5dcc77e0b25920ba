namespace Market.Door.Tests.Fixtures;

/// <summary>What docs/install.md says to do in the admin of a site that has the packages.</summary>
internal static class Installation
{
    /// <summary>The modules, each with a recipe of its name.</summary>
    public static IReadOnlyList<string> Features { get; } =
        ["Market.Payments", "Market.Payments.Banking", "Market.Payments.Counter", "Market.Payments.MovingIn", "Market.Payments.Reminders", "Market.Payments.Stripe", "Market.Orders", "Market.Desk", "Market.Handbook"];

    public static async Task<PlainMarket> RunAsync(PlainSite site)
    {
        var market = await PlainMarket.SetUpAsync(site);
        try
        {
            foreach (var module in Features)
            {
                Assert.Contains($"| *{await market.RunRecipeAsync(module)}* |", Guide.Text, StringComparison.Ordinal);
            }

            await market.RunRecipeAsync("Memberships");
            await ChooseMethodsAsync(market);
            return market;
        }
        catch
        {
            await market.DisposeAsync();
            throw;
        }
    }

    private static async Task ChooseMethodsAsync(PlainMarket market)
    {
        var page = await market.Admin.GetAsync("/Admin/payments/settings");
        var form = page.Form("form:has([name$='CurrencyCode'])")
            .Ticking(page, "Active", "true", "false")
            .Ticking(page, "OfferedMethods", "cash", "cheque")
            .Typing("ChequePayee", "The shop");
        Assert.Contains("The payment settings are saved.", (await market.Admin.SubmitAsync(form)).Notices, StringComparison.Ordinal);
    }
}
