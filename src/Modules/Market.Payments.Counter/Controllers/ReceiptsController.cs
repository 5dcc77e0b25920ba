using System.Globalization;
using Market.Payments.Counter.Models;
using Market.Payments.Counter.Receipts;
using Market.Payments.Counter.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Navigation;

namespace Market.Payments.Counter.Controllers;

/// <summary>Gives receipts out: issued, shown with their code, printed, mailed.</summary>
public sealed class ReceiptsController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    ReceiptStore store,
    ReceiptDesk desk,
    ReceiptPages pages,
    ReceiptMail mail,
    IMoneyForms forms,
    IMarketCalendar calendar,
    IShapeFactory shapes,
    INotifier notifier,
    IHtmlLocalizer<ReceiptsController> H) : Controller
{
    private const int PageSize = 50;

    [Admin("payments/receipts", "Receipts")]
    public async Task<IActionResult> Index(PagerParameters pagerParameters)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.ViewBalances))
        {
            return Forbid();
        }

        var pager = new Pager(pagerParameters.Page, PageSize, PageSize);
        var receipts = await store.ListAsync(pager.GetStartIndex(), PageSize);
        return View(new ReceiptsViewModel
        {
            Receipts = receipts,
            Accounts = await accounts.FindManyAsync([.. receipts.Select(receipt => receipt.AccountId).Distinct(StringComparer.Ordinal)]),
            Zone = await calendar.GetZoneAsync(),
            Pager = await shapes.PagerAsync(pager, await store.CountAsync()),
        });
    }

    [Admin("payments/receipts/{number}", "StaffReceipt")]
    public async Task<IActionResult> Show(string number)
    {
        if (!await MayGiveOutAsync())
        {
            return Forbid();
        }

        return await pages.FindAsync(number) is { } document
            ? View(new StaffReceiptViewModel
            {
                Receipt = await pages.ShowAsync(document),
                Account = await authorization.MayAsync(User, PaymentsRights.ViewBalances) ? await accounts.FindAsync(document.Receipt.AccountId) : null,
                Address = await mail.FindAddressAsync(document.Receipt.AccountId),
            })
            : NotFound();
    }

    [HttpPost]
    [Admin("payments/accounts/{id}/receipts", "AccountReceiptIssue")]
    public async Task<IActionResult> Issue(string id, string? operationId)
    {
        if (!await authorization.MayAsync(User, PaymentsRights.RecordPayments))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is null)
        {
            return NotFound();
        }

        switch (await desk.IssueAsync(id, [operationId ?? string.Empty], forms.UserId))
        {
            case ReceiptAnswer.Issued issued:
                return ToReceipt(issued.Receipt.Number);
            case ReceiptAnswer.Known known:
                return ToReceipt(known.Receipt.Number);
            case ReceiptAnswer.Refused refused:
                await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                break;
        }

        return RedirectToRoute("PaymentsAccount", new { id });
    }

    [HttpPost]
    [Admin("payments/receipts/{number}/print", "ReceiptPrint")]
    public async Task<IActionResult> Print(string number, string? key)
    {
        if (!await MayGiveOutAsync())
        {
            return Forbid();
        }

        if (await pages.FindAsync(number) is not { } document)
        {
            return NotFound();
        }

        if (forms.ReadKey(key, ModelState) is not { } formKey)
        {
            return await TellAsync(document.Receipt.Number);
        }

        var (handout, _) = (await desk.HandOutAsync(document.Receipt.Number, HandoutWay.Print, formKey, forms.UserId))!.Value;
        return RedirectToRoute("ReceiptPrinted", new { number, ordinal = handout.Ordinal });
    }

    [Admin("payments/receipts/{number}/print/{ordinal}", "ReceiptPrinted")]
    public async Task<IActionResult> Printed(string number, string ordinal)
    {
        if (!await MayGiveOutAsync())
        {
            return Forbid();
        }

        return await pages.FindAsync(number) is { } document
            && (await store.ListHandoutsAsync(document.Receipt.Number))
                .FirstOrDefault(handout => handout.Way is HandoutWay.Print && handout.Ordinal.ToString(CultureInfo.InvariantCulture) == ordinal) is { } handout
            ? View(await pages.ShowAsync(document, handout))
            : NotFound();
    }

    [HttpPost]
    [Admin("payments/receipts/{number}/mail", "ReceiptMail")]
    public async Task<IActionResult> Mail(string number, string? key)
    {
        if (!await MayGiveOutAsync())
        {
            return Forbid();
        }

        if (await pages.FindAsync(number) is not { } document)
        {
            return NotFound();
        }

        if (forms.ReadKey(key, ModelState) is not { } formKey)
        {
            return await TellAsync(document.Receipt.Number);
        }

        var (handout, isAgain) = (await desk.HandOutAsync(document.Receipt.Number, HandoutWay.Mail, formKey, forms.UserId))!.Value;
        if (!isAgain && await mail.SendAsync(document, handout) is { } fault)
        {
            await desk.TakeBackAsync(handout);
            await notifier.ErrorAsync(H["The receipt was not sent: {0}", fault]);
        }
        else
        {
            await notifier.SuccessAsync(H["The receipt is sent to the member's mail address."]);
        }

        return ToReceipt(document.Receipt.Number);
    }

    private async Task<IActionResult> TellAsync(long number)
    {
        await notifier.ErrorAsync(H["This form is not complete. Please open it again."]);
        return ToReceipt(number);
    }

    private RedirectToRouteResult ToReceipt(long number) => RedirectToRoute("StaffReceipt", new { number = number.ToString(CultureInfo.InvariantCulture) });

    private async Task<bool> MayGiveOutAsync() =>
        await authorization.MayAsync(User, CounterRights.UseCounter) || await authorization.MayAsync(User, PaymentsRights.ViewBalances);
}
