using System.Globalization;
using Market.Ledger.Journals;
using Market.Payments.Books;
using Market.Payments.Journals;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Settings;

namespace Market.Payments.Controllers;

/// <summary>Lets the books out to the accountant, in double entry.</summary>
public sealed class JournalsController(
    IAuthorizationService authorization,
    ISiteService siteService,
    JournalExport export,
    VatBook vat,
    FinancialYears years,
    IMoneyForms forms,
    IStringLocalizer<JournalsController> S) : Controller
{
    [Admin("payments/journals", "PaymentsJournals")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageBooks))
        {
            return Forbid();
        }

        var year = await years.OfAsync(await forms.TodayAsync());
        return View(new JournalsViewModel
        {
            From = Text(year.From),
            To = Text(year.To),
            Siren = await SirenAsync(),
        });
    }

    [Admin("payments/journals/file", "PaymentsJournalFile")]
    public async Task<IActionResult> File(JournalsViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageBooks))
        {
            return Forbid();
        }

        model.Siren = await SirenAsync();
        if (!TryRead(model, out var from, out var to))
        {
            ModelState.AddModelError(nameof(model.To), S["Please enter two dates, the first one first."]);
        }
        else if (await years.HoldingAsync(from, to) is not { } year)
        {
            var first = await years.OfAsync(from);
            ModelState.AddModelError(nameof(model.To), S["One file is of one financial year: that of the first day is {0} to {1}.", first.From.InWords(), first.To.InWords()]);
        }
        else if (model.Format is JournalFormat.Fec && model.Siren is null)
        {
            ModelState.AddModelError(nameof(model.Format), S["A FEC is named by the market's SIREN: enter it in Settings → Payments."]);
        }
        else
        {
            Response.ContentType = model.Format switch
            {
                JournalFormat.Fec => "text/plain; charset=iso-8859-15",
                JournalFormat.Hledger => "text/plain; charset=utf-8",
                _ => "text/csv; charset=utf-8",
            };
            Response.Headers.ContentDisposition = $"attachment; filename=\"{await export.NameAsync(model.Format, model.Siren, year, from, to)}\"";
            await export.WriteAsync(Response.Body, model.Format, year, from, to);
            return new EmptyResult();
        }

        return View(nameof(Index), model);
    }

    [Admin("payments/journals/vat", "PaymentsVat")]
    public async Task<IActionResult> Vat(JournalsViewModel model)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ManageBooks))
        {
            return Forbid();
        }

        if (TryRead(model, out var from, out var to))
        {
            model.Vat = await vat.OfDaysAsync(from, to);
        }
        else
        {
            ModelState.AddModelError(nameof(model.To), S["Please enter two dates, the first one first."]);
        }

        return View(nameof(Index), model);
    }

    private static bool TryRead(JournalsViewModel model, out DateOnly from, out DateOnly to) =>
        TryRead(model.From, out from) & TryRead(model.To, out to) && from <= to;

    private async Task<Siren?> SirenAsync() =>
        Siren.TryParse((await siteService.GetSettingsAsync<AccountingSettings>()).Siren, out var siren) ? siren : null;

    private static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
