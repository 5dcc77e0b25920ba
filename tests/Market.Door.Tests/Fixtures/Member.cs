namespace Market.Door.Tests.Fixtures;

/// <summary>A user of the site with a client account, and their browser.</summary>
public sealed record Member(string Login, string Account, SiteClient Browser) : IDisposable
{
    /// <summary>A new user of the site, whose account is opened as those of the users who were there before.</summary>
    public static async Task<Member> JoinAsync(PlainMarket market)
    {
        var login = await market.CreateUserAsync();
        var page = await market.Admin.GetAsync("/Admin/payments/clients/open");
        var user = page.Document.QuerySelectorAll("label[for^='user-']").Single(label => label.TextContent == login).GetAttribute("for")!["user-".Length..];
        var opened = await market.Admin.SubmitAsync(page.Form("form:has([name=selected])").With("selected", user));
        Assert.Contains("opened", opened.Notices, StringComparison.Ordinal);
        return new Member(login, await market.FindAccountAsync(login), await market.Process.SignInAsync(login));
    }

    /// <summary>Takes a membership of the other shop, whose fee goes on the account.</summary>
    public async Task<SitePage> TakeMembershipAsync() =>
        await Browser.SubmitAsync((await Browser.GetAsync("/memberships")).FormTo("/memberships"));

    public void Dispose() => Browser.Dispose();
}
