using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Fees;

/// <summary>What the scenarios do at the doors of fees and corrections in bulk.</summary>
public abstract class FeeScenario(SiteFixture fixture) : Scenario(fixture)
{
    protected const string Door = "/Admin/payments/fees";

    protected const string Run = "/Admin/payments/fee";

    /// <summary>The filled form, before its preview, that finds only accounts with this text in their name.</summary>
    protected async Task<SiteForm> FormAsync(string name, string amount, string search, string entry = "Fee", SiteClient? by = null)
    {
        by ??= await Fixture.CoordinatorAsync();
        return (await by.GetAsync(Door + "/new")).FormTo(Door + "/preview")
            .With("Name", name).With("Amount", amount).With("Search", search).With("Entry", entry);
    }

    /// <summary>The form of the preview, which posts.</summary>
    protected async Task<(SitePage Page, SiteForm Form)> PreviewAsync(string name, string amount, string search, string entry = "Fee", SiteClient? by = null)
    {
        by ??= await Fixture.CoordinatorAsync();
        var page = await by.SubmitAsync(await FormAsync(name, amount, search, entry, by));
        return (page, page.FormTo(Door + "/post"));
    }

    /// <summary>Posts a run and gives its page.</summary>
    protected async Task<SitePage> PostAsync(string name, string amount, string search, string entry = "Fee", SiteClient? by = null)
    {
        by ??= await Fixture.CoordinatorAsync();
        return await by.SubmitAsync((await PreviewAsync(name, amount, search, entry, by)).Form);
    }

    /// <summary>Accounts that a search for the text finds, and no other.</summary>
    protected async Task<(string Search, string[] Accounts)> OpenSomeAsync(int count, string? floor = null)
    {
        var search = NewName("fee");
        var accounts = new List<string>();
        for (var place = 0; place < count; place++)
        {
            accounts.Add(await OpenAccountAsync($"{search} {(char)('A' + place)}", floor));
        }

        return (search, [.. accounts]);
    }

    protected async Task<IReadOnlyList<long>> BalancesAsync(IEnumerable<string> accounts) => await Task.WhenAll(accounts.Select(BalanceAsync));

    protected static string State(SitePage page) => page.One("#run-state").GetAttribute("data-state")!;

    protected static string RunId(SitePage page) => page.Address.Segments[^1];

    /// <summary>Somebody else who has the right, and no other.</summary>
    protected Task<SiteClient> SecondAsync() => SignInEditorAsync("ChargeFees");

    /// <summary>Runs something with another limit above which a second person approves.</summary>
    protected Task WithLimitAsync(string limit, Func<Task> act) => WithSettingsAsync(settings => settings.With(Setting(settings, "FeeApproval"), limit), act);
}
