namespace Market.Door.Tests.Fixtures;

/// <summary>The plain site running on data of its own, and its administrator, who works by the admin's pages.</summary>
public sealed class PlainMarket : IAsyncDisposable
{
    public const string AdminName = "admin";

    private readonly SiteProcess _process;

    private PlainMarket(SiteProcess process) => _process = process;

    public SiteProcess Process => _process;

    public SiteClient Admin { get; private set; } = null!;

    /// <summary>Starts the site and sets it up by its set-up page: Orchard's recipe Blank, SQLite, and TheTheme for its pages.</summary>
    public static async Task<PlainMarket> SetUpAsync(PlainSite site)
    {
        var market = new PlainMarket(await SiteProcess.StartAsync(new SiteOptions
        {
            Assembly = site.Assembly,
            Folder = site.Folder,
            Environment = "Production",
            IsVisited = false,
        }));
        try
        {
            using var visitor = market._process.NewClient();
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
            market.Admin = await market._process.SignInAsync(AdminName);
            await market.PressAsync("/Admin/Themes/SetCurrentTheme/TheTheme");
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

    public Task<SitePage> EnableAsync(string feature) => PressAsync($"/Admin/Features/{feature}/Enable");

    public Task<SitePage> DisableAsync(string feature) => PressAsync($"/Admin/Features/{feature}/Disable");

    public async ValueTask DisposeAsync()
    {
        Admin?.Dispose();
        await _process.DisposeAsync();
    }
}
