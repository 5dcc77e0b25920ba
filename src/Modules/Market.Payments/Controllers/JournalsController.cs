using System.Globalization;
using Market.Ledger.Journals;
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

        var today = await forms.TodayAsync();
        return View(new JournalsViewModel
        {
            From = Text(new DateOnly(today.Year, 1, 1)),
            To = Text(new DateOnly(today.Year, 12, 31)),
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
        if (!TryRead(model.From, out var from) || !TryRead(model.To, out var to) || to < from)
        {
            ModelState.AddModelError(nameof(model.To), S["Please enter two dates, the first one first."]);
        }
        else if (model.Format is JournalFormat.Fec && model.Siren is null)
        {
            ModelState.AddModelError(nameof(model.Format), S["A FEC is named by the market's SIREN: enter it in Settings → Payments."]);
        }
        else
        {
            var (name, type) = model.Format switch
            {
                JournalFormat.Fec => (FecWriter.FileName(model.Siren!, to), "text/plain; charset=iso-8859-15"),
                JournalFormat.Hledger => ($"market-{Text(from)}-{Text(to)}.journal", "text/plain; charset=utf-8"),
                _ => ($"market-{Text(from)}-{Text(to)}.csv", "text/csv; charset=utf-8"),
            };
            Response.ContentType = type;
            Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            await export.WriteAsync(Response.Body, model.Format, from, to);
            return new EmptyResult();
        }

        return View(nameof(Index), model);
    }

    private async Task<Siren?> SirenAsync() =>
        Siren.TryParse((await siteService.GetSettingsAsync<AccountingSettings>()).Siren, out var siren) ? siren : null;

    private static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
