using System.Globalization;
using System.Security.Claims;
using Market.Payments.Counter.Receipts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Counter.Controllers;

/// <summary>A member's own receipts. Another's answers as if there were no such page.</summary>
[Authorize]
public sealed class MyReceiptsController(
    IClientAccounts accounts,
    ReceiptDesk desk,
    ReceiptPages pages,
    INotifier notifier,
    IHtmlLocalizer<MyReceiptsController> H) : Controller
{
    [Route("my-account/receipts/{number}", Name = "MyReceipt")]
    public async Task<IActionResult> Index(string number) =>
        await MineAsync() is { } account && await pages.FindAsync(number) is { } document && document.Receipt.AccountId == account.Id
            ? View(await pages.ShowAsync(document))
            : NotFound();

    [HttpPost]
    [Route("my-account/receipts", Name = "MyReceiptIssue")]
    public async Task<IActionResult> Issue(string? operationId)
    {
        if (await MineAsync() is not { } account)
        {
            return NotFound();
        }

        switch (await desk.IssueAsync(account.Id, [operationId ?? string.Empty], User.FindFirstValue(ClaimTypes.NameIdentifier)!))
        {
            case ReceiptAnswer.Issued issued:
                return Show(issued.Receipt.Number);
            case ReceiptAnswer.Known known:
                return Show(known.Receipt.Number);
            default:
                await notifier.ErrorAsync(H["There is no receipt of this payment."]);
                return RedirectToRoute("MyAccount");
        }
    }

    private RedirectToRouteResult Show(long number) => RedirectToRoute("MyReceipt", new { number = number.ToString(CultureInfo.InvariantCulture) });

    private async Task<ClientAccount?> MineAsync() =>
        User.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId ? await accounts.FindByUserAsync(userId) : null;
}
