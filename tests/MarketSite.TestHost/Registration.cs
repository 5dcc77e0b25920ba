namespace MarketSite.TestHost;

/// <summary>The registration page, for tests that are not about it.</summary>
public static class Registration
{
    /// <summary>Registers somebody on the public site, which gives them a client account where it admits at once.</summary>
    public static async Task<SitePage> RegisterAsync(this SiteClient browser, string login, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var page = await browser.GetAsync("/Register");
        return await browser.SubmitAsync(page.Form("form:has([name='RegisterUserForm.ConfirmPassword'])")
            .With("RegisterUserForm.Name", name ?? login)
            .With("RegisterUserForm.UserName", login)
            .With("RegisterUserForm.Email", login + "@example.org")
            .With("RegisterUserForm.Password", SiteOptions.DevelopmentPassword)
            .With("RegisterUserForm.ConfirmPassword", SiteOptions.DevelopmentPassword));
    }
}
