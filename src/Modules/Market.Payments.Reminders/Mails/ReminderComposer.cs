using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using Market.Ledger.Amounts;
using Market.Ledger.Banking;
using Market.Ledger.Reminders;
using Market.Payments.Reminders.Ladder;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Plan;
using Market.Payments.Reminders.ViewModels;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Options;
using OrchardCore.DisplayManagement;
using OrchardCore.Liquid;
using OrchardCore.Localization;
using OrchardCore.Settings;

namespace Market.Payments.Reminders.Mails;

/// <summary>Writes the mail of a step to a member: the market's text in the member's language, with what they owe and how to pay it. Its links are inert: see <see cref="PersonalLinks"/>.</summary>
public sealed class ReminderComposer(
    ISiteService siteService,
    ILocalizationService localization,
    ILiquidTemplateManager liquid,
    IOptions<TemplateOptions> templates,
    HtmlEncoder encoder,
    IShapeFactory shapes,
    IDisplayHelper display,
    IWaysToPay ways,
    PersonalLinks links,
    IEnumerable<IOrderNames> shops,
    ReminderLadderReader ladders)
{
    /// <param name="debtor">Who owes what.</param>
    /// <param name="step">The mail's number.</param>
    /// <param name="culture">The language.</param>
    /// <param name="today">The market's day on which it goes out.</param>
    public async Task<ReminderMail> ComposeAsync(DebtorCase debtor, int step, string culture, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(debtor);
        var settings = await siteService.GetSettingsAsync<RemindersSettings>();
        var mail = settings.Steps[step - 1];
        var text = await TextAsync(mail, culture);
        using var scope = CultureScope.Create(culture, ignoreSystemSettings: true);
        var (payLink, stopLink) = await links.InertAsync();
        var optOut = mail.IsObligatory ? null : stopLink;
        var marketName = (await siteService.GetSiteSettingsAsync()).SiteName;
        var values = await ValuesAsync(debtor, await ladders.GetAsync(), step, today, payLink, optOut, marketName);
        var subject = OneLine(await liquid.RenderStringAsync(text.Subject, NullEncoder.Default, values));
        var body = await liquid.RenderStringAsync(text.Body, encoder, values);
        var html = await RenderAsync(await shapes.CreateAsync<ReminderMailViewModel>("ReminderMail", model =>
        {
            model.Culture = culture;
            model.Subject = subject;
            model.Body = new HtmlString(body);
            model.MarketName = marketName;
            model.OptOutLink = optOut;
        }));
        return new ReminderMail(subject, html, PlainText.Of(html));
    }

    // What comes from people is a value, never a part of the template, and is encoded where the template writes it.
    private async Task<Dictionary<string, FluidValue>> ValuesAsync(DebtorCase debtor, ReminderLadder ladder, int step, DateOnly today, Uri? payLink, Uri? optOut, string marketName)
    {
        var (account, allocation) = (debtor.Account, debtor.Allocation);
        var balances = debtor.Case.Balances;
        var debts = debtor.Case.Debts;
        var since = debtor.Case.DebtSince(ladder.Threshold) ?? (debts.Count > 0 ? debts[0].Since : today);
        var overdue = debts.Where(debt => ladder.IsOverdue(debt, today)).Select(debt => debt.OrderId).ToHashSet();
        var unpaid = allocation.Orders.Where(order => order.Remaining.IsPositive).ToList();
        var names = await shops.FindAllAsync([.. unpaid.Select(order => order.OrderId)]);
        var values = new Dictionary<string, object?>
        {
            ["Member"] = new Dictionary<string, object> { ["Name"] = account.Name },
            ["Account"] = new Dictionary<string, object> { ["Number"] = account.Number, ["Reference"] = CreditorReference.Printed(account.Reference) },
            ["Market"] = new Dictionary<string, object> { ["Name"] = marketName },
            ["Owed"] = debtor.Case.Owed(ladder.Basis).ForPeople(),
            ["Overdue"] = debtor.Case.Overdue(ladder, ladder.Basis, today).ForPeople(),
            ["Announced"] = balances.Pending.IsPositive ? balances.Pending.ForPeople() : null,
            ["Since"] = since.InWords(),
            ["Orders"] = unpaid.Select(order => new Dictionary<string, object>
            {
                ["Day"] = names.DayOf(order).InWords(),
                ["Remaining"] = order.Remaining.ForPeople(),
                ["Total"] = order.Total.ForPeople(),
                ["IsOverdue"] = overdue.Contains(order.OrderId),
            }).ToArray(),
            ["OtherDebts"] = allocation.OtherDebts.IsPositive ? allocation.OtherDebts.ForPeople() : null,
            ["PayLink"] = payLink?.ToString(),
            ["OptOutLink"] = optOut?.ToString(),
            ["Step"] = step,
        };
        var given = values.ToDictionary(value => value.Key, value => FluidValue.Create(value.Value, templates.Value), StringComparer.Ordinal);
        given["HowToPay"] = new StringValue(await HowToPayAsync(account, balances.Due, payLink), encode: false);
        return given;
    }

    // Inside one view: a view on its own would be shown in the theme's layout.
    private async Task<string> HowToPayAsync(ClientAccount account, Money due, Uri? payLink)
    {
        var built = await ways.BuildForMailAsync(account, due, payLink);
        return await RenderAsync(await shapes.CreateAsync<ReminderHowToPayViewModel>("ReminderHowToPay", model => model.Ways = built));
    }

    private async Task<ReminderText> TextAsync(ReminderStepSettings mail, string culture)
    {
        string[] wanted = [culture, culture.Split('-')[0], await localization.GetDefaultCultureAsync()];
        return wanted.Select(name => mail.Texts.GetValueOrDefault(name)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text?.Body))
            ?? mail.Texts.Values.First();
    }

    private async Task<string> RenderAsync(IShape shape)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        (await display.ShapeExecuteAsync(shape)).WriteTo(writer, encoder);
        return writer.ToString().Trim();
    }

    private static string OneLine(string? text) => string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
