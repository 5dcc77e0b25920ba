using Market.Payments.Banking.Cheques;
using Market.Payments.Banking.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Navigation;

namespace Market.Payments.Banking.Controllers;

/// <summary>Deposit slips: printed, corrected until they go to the bank, banked one by one or many at once.</summary>
public sealed class SlipsController(
    IAuthorizationService authorization,
    ChequePages pages,
    ChequeStore store,
    SlipDesk desk,
    IMoneyForms forms,
    IShapeFactory shapes,
    INotifier notifier,
    IHtmlLocalizer<SlipsController> H) : Controller
{
    private const int PageSize = 50;

    [Admin("payments/slips", "PaymentsSlips")]
    public async Task<IActionResult> Index(PagerParameters pagerParameters)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        return View(new SlipsViewModel
        {
            Slips = await store.SlipsAsync(pager.GetStartIndex(), PageSize),
            Today = await forms.TodayAsync(),
            MayRecord = await authorization.MayAsync(User, PaymentsRights.RecordPayments),
            Pager = await shapes.PagerAsync(pager, await store.CountSlipsAsync()),
        });
    }

    [Admin("payments/slip/{number}", "PaymentsSlip")]
    public async Task<IActionResult> Details(long number)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        if (await pages.FindSlipAsync(number) is not { } model)
        {
            return NotFound();
        }

        model.MayRecord = await authorization.MayAsync(User, PaymentsRights.RecordPayments);
        model.MayCorrect = await authorization.MayAsync(User, PaymentsRights.CorrectOperations);
        return View(model);
    }

    [HttpPost]
    [Admin("payments/slip/{number}/off", "PaymentsTakeOffSlip")]
    public async Task<IActionResult> TakeOff(long number, string? cheque)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        switch (await desk.TakeOffAsync(number, cheque ?? string.Empty))
        {
            case ChequeAnswer.Unknown:
                return NotFound();
            case ChequeAnswer.Refused refused:
                await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                break;
            case ChequeAnswer.Done:
                await notifier.SuccessAsync(H["The cheque is off the slip. Print the slip again."]);
                break;
        }

        return RedirectToRoute("PaymentsSlip", new { number });
    }

    /// <summary>Notes that slips went to the bank. Each is by itself, so that one that cannot holds up none of the others.</summary>
    [HttpPost]
    [Admin("payments/slips/bank", "PaymentsBankSlips")]
    public async Task<IActionResult> Bank(long[] selected, string? occurredOn, long? shown)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (await forms.ReadDateAsync(occurredOn, ModelState) is not { } day)
        {
            await notifier.ErrorAsync(H["{0}", FirstError(ModelState)]);
        }
        else if (selected.Length == 0)
        {
            await notifier.InformationAsync(H["Tick the slips that went to the bank."]);
        }
        else
        {
            await BankAsync(selected, day);
        }

        return shown is { } number ? RedirectToRoute("PaymentsSlip", new { number }) : RedirectToRoute("PaymentsSlips");
    }

    private async Task BankAsync(long[] numbers, DateOnly day)
    {
        var banked = 0;
        foreach (var number in numbers.Distinct().Take(PageSize).Order())
        {
            switch (await desk.BankAsync(number, day, forms.UserId))
            {
                case ChequeAnswer.Done:
                    banked++;
                    break;
                case ChequeAnswer.Refused refused:
                    await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                    break;
                default:
                    await notifier.ErrorAsync(H["There is no slip {0}.", number]);
                    break;
            }
        }

        if (banked > 0)
        {
            await notifier.SuccessAsync(H.Plural(banked, "One slip went to the bank.", "{0} slips went to the bank."));
        }
    }

    private static string FirstError(ModelStateDictionary errors) => errors.Values.SelectMany(entry => entry.Errors).First().ErrorMessage;
}
