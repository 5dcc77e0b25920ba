using MarketSite.TestHost;

namespace Market.Payments.Tests.Fixtures;

/// <summary>How the site answers somebody at an address, in a word.</summary>
public static class Access
{
    public const string Login = "login";
    public const string Unknown = "401";
    public const string Forbidden = "403";
    public const string Missing = "404";
    public const string Shown = "200";
    public const string Sent = "302";

    /// <summary>The place of somebody who works in the admin without any right to the market's money.</summary>
    public const int Editor = 4;

    /// <summary>A page with a form's token for: nobody signed in, a member, the coordinator, the administrator, an editor.</summary>
    public static readonly IReadOnlyList<string> TokenPages = ["/Login", "/order", "/Admin/Users/ChangePassword", "/Admin/payments/settings", "/order"];

    public static string Kind(SitePage answer) => answer.Redirect?.AbsolutePath switch
    {
        "/Login" => Login,
        "/Error/403" => Forbidden,
        _ => ((int)answer.Status).ToString(),
    };
}
