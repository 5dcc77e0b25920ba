using System.Text.RegularExpressions;
using Market.Payments.Reminders.Choices;

namespace Market.Payments.Reminders.Mails;

/// <summary>
/// The links of a mail that are their holder's alone. A mail is written with inert ones, which lead nowhere; they become the member's own only
/// as it is handed to the mail service, so that no page and no record shows a link that pays or stops anything.
/// </summary>
public sealed partial class PersonalLinks(ISiteAddress site, IPaymentLinks payments, OptOutLinks optOuts)
{
    private const string PayToken = "personal-payment-link";

    private const string StopToken = "personal-link-to-stop";

    /// <summary>The inert links; none where the site's own address is not known.</summary>
    public async Task<(Uri? Pay, Uri? Stop)> InertAsync() => await site.GetAsync() is { } address
        ? (new Uri($"{address}/pay/{PayToken}"), new Uri($"{address}/reminders/stop/{StopToken}"))
        : (null, null);

    /// <summary>The mail with the links of the member of an account.</summary>
    public async Task<ReminderMail> MakePersonalAsync(ReminderMail mail, string accountId)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var (pay, stop) = (TokenOf(await payments.CreateAsync(accountId)), TokenOf(await optOuts.CreateAsync(accountId)));
        return new ReminderMail(Personal(mail.Subject), Personal(mail.Html), Personal(mail.Text));

        string Personal(string text) => text.Replace(PayToken, pay, StringComparison.Ordinal).Replace(StopToken, stop, StringComparison.Ordinal);
    }

    /// <summary>The same text without the live links that records from before 0.3 hold.</summary>
    public static string Blunt(string text) => Token().Replace(text, "…");

    private static string TokenOf(Uri? link) => link?.Segments[^1] ?? string.Empty;

    // All that ASP.NET's data protection makes begins so.
    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Token();
}
