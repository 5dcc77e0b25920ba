using Market.Payments.Tests.Fixtures;
using MarketSite.TestHost;

namespace Market.Payments.Tests.Visitors;

/// <summary>Nobody learns from a door whether somebody is a member here. Gifts say so too, in their own tests; addresses of others' things are <see cref="AccessTests"/>'.</summary>
[Collection(SqliteSite.Name)]
public sealed class EnumerationTests(SqliteSite site) : Scenario(site)
{
    [Fact]
    public async Task A_wrong_password_and_a_login_that_is_none_have_one_answer()
    {
        var login = NewName();
        await RegisterAsync(Site.NewClient(), login);
        using var stranger = Site.NewClient();

        var known = await TryAsync(login);
        var unknown = await TryAsync(NewName());

        Assert.Contains("Invalid login attempt", known.Text, StringComparison.Ordinal);
        Assert.Equal((unknown.Status, unknown.Text), (known.Status, known.Text));
        Assert.Equal(unknown.Text, (await TryAsync(login + "@example.org")).Text);

        Task<SitePage> TryAsync(string who) => stranger.TrySignInAsync(who, "Wrong-1!");
    }

    [Fact]
    public async Task Who_forgot_a_password_reads_the_same_whether_anybody_is_called_so()
    {
        var login = NewName();
        await RegisterAsync(Site.NewClient(), login);
        using var stranger = Site.NewClient();
        var form = (await stranger.GetAsync("/ForgotPassword")).Form("form:has([name='ForgotPasswordForm.UsernameOrEmail'])");

        var (known, unknown) = (await AskAsync(login), await AskAsync(NewName()));

        Assert.NotNull(known.Redirect);
        Assert.Equal((unknown.Status, unknown.Redirect), (known.Status, known.Redirect));
        Assert.Single(new Mailbox(Site.DataFolder).To(login + "@example.org"), mail => mail.TextBody?.Contains("ResetPassword", StringComparison.Ordinal) is true || mail.HtmlBody?.Contains("ResetPassword", StringComparison.Ordinal) is true);

        Task<SitePage> AskAsync(string who) => stranger.SendAsync(form.With("ForgotPasswordForm.UsernameOrEmail", who));
    }

    [Fact]
    public async Task A_payment_link_that_was_tampered_with_is_answered_like_one_that_never_was()
    {
        using var member = await RegisterAsync();
        await OrderAsync(member.Browser);
        var link = new Uri((await AccountPageAsync(member.AccountId)).One("#payment-link-address").GetAttribute("value")!).AbsolutePath;
        using var stranger = Site.NewClient();

        Assert.True((await stranger.AskAsync(link)).IsSuccess);
        var tampered = await stranger.AskAsync(link[..^1] + (link[^1] == 'A' ? 'B' : 'A'));
        var nothing = await stranger.AskAsync("/pay/nothing");

        Assert.Equal((nothing.Status, nothing.Text), (tampered.Status, tampered.Text));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, tampered.Status);
    }
}
