using System.Text.RegularExpressions;

namespace Market.Door.Tests.Fixtures;

/// <summary>The plain site running on data of its own, and its administrator, who works by the admin's pages.</summary>
public sealed partial class PlainMarket : IAsyncDisposable
{
    public const string AdminName = "admin";

    /// <summary>What the site's own home page says.</summary>
    public const string Welcome = "Welcome to the shop";

    private static int _names;

    private PlainMarket(SiteProcess process) => Process = process;

    public SiteProcess Process { get; }

    public SiteClient Admin { get; private set; } = null!;

    /// <summary>Starts the site and sets it up by its set-up page: Orchard's recipe Blank on SQLite. It then has TheTheme and a home page of its own.</summary>
    public static async Task<PlainMarket> SetUpAsync(PlainSite site)
    {
        var market = new PlainMarket(await StartAsync(site, dataFolder: null));
        try
        {
            using var visitor = market.Process.NewClient();
            var form = (await visitor.GetAsync("/")).Form("form:has([name=SiteName])")
                .With("SiteName", "The shop")
                .With("RecipeName", "Blank")
                .With("SiteTimeZone", "Europe/Paris")
                .With("DatabaseProvider", "Sqlite")
                .With("UserName", AdminName)
                .With("Email", "admin@example.org")
                .With("Password", SiteOptions.DevelopmentPassword)
                .With("PasswordConfirmation", SiteOptions.DevelopmentPassword);
            var answer = await visitor.SendAsync(form);
            Assert.True(answer.Redirect is not null, answer.Text);
            await market.SignInAsync();
            await market.PressAsync("/Admin/Themes/SetCurrentTheme/TheTheme");
            await market.ImportAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Assets", "home-page.recipe.json")));

            // Outside Development links begin with it, and with nothing that a visitor says.
            await market.ImportAsync($$"""{ "steps": [{ "name": "Settings", "BaseUrl": "{{SiteOptions.PublicAddress}}" }] }""");
            return market;
        }
        catch
        {
            await market.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the site on data that is there.</summary>
    public static async Task<PlainMarket> OpenAsync(PlainSite site, string dataFolder)
    {
        var market = new PlainMarket(await StartAsync(site, dataFolder));
        try
        {
            await market.SignInAsync();
            return market;
        }
        catch
        {
            await market.DisposeAsync();
            throw;
        }
    }

    /// <summary>Presses a button of the admin that is a link with a token, as scripts send it.</summary>
    public async Task<SitePage> PressAsync(string path) => await Admin.SubmitAsync(await Admin.BareFormAsync(path, "/Admin/Features"));

    public async Task EnableAsync(string feature) =>
        Assert.Contains("was enabled", (await PressAsync($"/Admin/Features/{feature}/Enable")).Notices, StringComparison.Ordinal);

    public async Task DisableAsync(string feature) =>
        Assert.Contains("was disabled", (await PressAsync($"/Admin/Features/{feature}/Disable")).Notices, StringComparison.Ordinal);

    /// <summary>Runs a recipe of the list in Tools → Recipes.</summary>
    /// <returns>What the list calls it.</returns>
    public async Task<string> RunRecipeAsync(string name)
    {
        var button = (await Admin.GetAsync("/Admin/Recipes")).One($"a[id='btn-run-{name.Replace('.', '_')}']");
        var answer = await PressAsync(button.GetAttribute("href")!);
        var said = RecipeRan().Match(answer.Notices);
        Assert.True(said.Success, answer.Notices);
        return said.Groups["recipe"].Value;
    }

    /// <summary>Imports a recipe by Tools → Deployments → JSON import.</summary>
    public async Task ImportAsync(string json)
    {
        var page = await Admin.GetAsync("/Admin/DeploymentPlan/Import/Json");
        var answer = await Admin.SubmitAsync(page.Form("form:has([name=Json])").With("Json", json));
        Assert.Contains("imported", answer.Notices, StringComparison.Ordinal);
    }

    /// <summary>Makes a user of the site, as its administrator does.</summary>
    /// <returns>The user's login.</returns>
    public async Task<string> CreateUserAsync()
    {
        var login = "user" + Interlocked.Increment(ref _names).ToString(CultureInfo.InvariantCulture);
        var form = (await Admin.GetAsync("/Admin/Users/Create")).FormTo("/Admin/Users/Create")
            .Typing("UserName", login)
            .Typing("Email", login + "@example.org")
            .Typing("Password", SiteOptions.DevelopmentPassword)
            .Typing("PasswordConfirmation", SiteOptions.DevelopmentPassword);
        var answer = await Admin.SubmitAsync(form);
        Assert.Contains("created", answer.Notices, StringComparison.Ordinal);
        return login;
    }

    /// <summary>The account of a client, from the list of clients.</summary>
    /// <returns>The path of its page.</returns>
    public async Task<string> FindAccountAsync(string name)
    {
        var list = await Admin.GetAsync("/Admin/payments/clients?search=" + Uri.EscapeDataString(name));
        return Assert.Single(list.Document.QuerySelectorAll("tbody a[href*='/payments/accounts/']")).GetAttribute("href")!;
    }

    /// <summary>Records a payment in cash.</summary>
    public async Task PayAsync(string account, string amount)
    {
        var form = (await Admin.GetAsync(account + "/payment")).FormTo(account + "/payment").With("Amount", amount).With("Method", "cash");
        var answer = await Admin.SubmitAsync(form);
        Assert.Contains("recorded", answer.Notices, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The balance of an account in minor units, as its page shows it.</summary>
    public async Task<long> BalanceAsync(string account) => BalanceOn(await Admin.GetAsync(account));

    public static long BalanceOn(SitePage page) => long.Parse(page.One("#balance").GetAttribute("data-minor-units")!, CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Admin?.Dispose();
        await Process.DisposeAsync();
    }

    // Its first request sets it up or brings its database up to date, and takes as long as it takes.
    private static Task<SiteProcess> StartAsync(PlainSite site, string? dataFolder) => SiteProcess.StartAsync(new SiteOptions
    {
        Project = site.Folder,
        Environment = "Production",
        DataFolder = dataFolder,
        IsVisited = false,

        // The comparison with Stripe would ask Stripe.
        Variables = new Dictionary<string, string?> { ["OrchardCore__Market_Payments_Stripe__ComparesByItself"] = "false" },
    });

    private async Task SignInAsync() => Admin = await Process.SignInAsync(AdminName);

    [GeneratedRegex("The recipe '(?<recipe>.+?)' has been run successfully")]
    private static partial Regex RecipeRan();
}
