using System.Globalization;
using System.Text.Encodings.Web;
using Market.Payments.Reminders.Sending;
using Market.Payments.Reminders.ViewModels;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.Localization;
using OrchardCore.Settings;

namespace Market.Payments.Reminders.Mails;

/// <summary>Writes the coordinators' mail: who owes what since when, with a link to each account.</summary>
public sealed class DigestComposer(
    ISiteService siteService,
    ILocalizationService localization,
    ISiteAddress site,
    IOptions<AdminOptions> admin,
    HtmlEncoder encoder,
    IShapeFactory shapes,
    IDisplayHelper display,
    IStringLocalizer<DigestComposer> S)
{
    public async Task<ReminderMail> ComposeAsync(IReadOnlyList<ReminderClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        using var scope = CultureScope.Create(await localization.GetDefaultCultureAsync(), ignoreSystemSettings: true);
        var accounts = await site.GetAsync() is { } address ? $"{address}/{admin.Value.AdminUrlPrefix}/payments/accounts/" : null;
        var marketName = (await siteService.GetSiteSettingsAsync()).SiteName;
        var subject = S.Plural(claims.Count, "{1}: {0} member still owes after every reminder", "{1}: {0} members still owe after every reminder", marketName).Value;
        var shape = await shapes.CreateAsync<ReminderDigestViewModel>("ReminderDigest", model =>
        {
            model.Culture = scope.UICulture.Name;
            model.Subject = subject;
            model.MarketName = marketName;
            model.Claims = claims;
            model.AccountsAddress = accounts;
        });
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        (await display.ShapeExecuteAsync(shape)).WriteTo(writer, encoder);
        var html = writer.ToString().Trim();
        return new ReminderMail(subject, html, PlainText.Of(html));
    }
}
