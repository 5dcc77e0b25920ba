using System.Globalization;
using Market.Payments.Counter.Receipts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Counter.Controllers;

/// <summary>
/// The receipt of what somebody paid at the counter: of all of their visit, whichever entry is asked about. There is none of what only a phone
/// knows.
/// </summary>
public sealed class CounterReceiptController(
    IAuthorizationService authorization,
    CounterVisit visits,
    ReceiptDesk desk,
    VisitPages pages,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<CounterReceiptController> H) : Controller
{
    private const string Address = "counter/receipts/{entryId}";

    [HttpGet]
    [Admin(Address, "CounterReceipt")]
    public async Task<IActionResult> Index(string entryId)
    {
        if (!await authorization.MayAsync(User, CounterRights.UseCounter))
        {
            return Forbid();
        }

        if (await visits.FindAsync(entryId) is not { } entry)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return View("NotThere");
        }

        var visit = await pages.ShowAsync(entry);
        return visit.Number is { } number ? ToReceipt(number) : View(visit);
    }

    [HttpPost]
    [Admin(Address, "CounterReceiptIssue")]
    public async Task<IActionResult> Issue(string entryId)
    {
        if (!await authorization.MayAsync(User, CounterRights.UseCounter))
        {
            return Forbid();
        }

        if (await visits.FindAsync(entryId) is not { } entry)
        {
            return NotFound();
        }

        var operations = (await visits.ListAsync(entry)).SelectMany(record => record.OperationIds).ToList();
        switch (await desk.IssueAsync(entry.AccountId, operations, forms.UserId))
        {
            case ReceiptAnswer.Issued issued:
                return ToReceipt(issued.Receipt.Number);
            case ReceiptAnswer.Known known:
                return ToReceipt(known.Receipt.Number);
            case ReceiptAnswer.Refused refused:
                await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                break;
        }

        return RedirectToRoute("CounterReceipt", new { entryId });
    }

    private RedirectToRouteResult ToReceipt(long number) => RedirectToRoute("StaffReceipt", new { number = number.ToString(CultureInfo.InvariantCulture) });
}
