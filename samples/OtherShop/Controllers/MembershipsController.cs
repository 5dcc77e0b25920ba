using System.Security.Claims;
using Market.Ledger;
using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OtherShop.Models;
using OtherShop.ViewModels;

namespace OtherShop.Controllers;

/// <summary>Members take a membership here, on their own account and no other.</summary>
[Authorize]
[Route("memberships")]
public sealed class MembershipsController(
    Memberships memberships,
    MembershipStore store,
    IClientAccounts accounts,
    IMarketTerms terms,
    IMarketCalendar calendar,
    IMoneyForms forms,
    IDisplayManager<OrderToPay> display,
    IUpdateModelAccessor updater,
    INotifier notifier,
    IHtmlLocalizer<MembershipsController> H) : Controller
{
    /// <summary>Shows the member's memberships.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index() => await PageAsync(await MineAsync());

    /// <summary>Takes a membership from today on.</summary>
    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Take(MembershipForm form)
    {
        var account = await MineAsync();
        if (account is null || forms.ReadKey(form.Key, ModelState) is not { } key)
        {
            return await PageAsync(account, ModelState[nameof(form.Key)]?.Errors.FirstOrDefault()?.ErrorMessage);
        }

        switch (await memberships.TakeAsync(account.Id, key, forms.UserId))
        {
            case MembershipResult.Refused refused:
                return await PageAsync(account, refused.Sentence);
            case MembershipResult.Done { Membership: var membership }:
                await notifier.SuccessAsync(H["You are a member until {0}. {1} are on your account.", membership.Until().InWords(), membership.Due().ForPeople()]);
                break;
        }

        return RedirectToAction(nameof(Index));
    }

    private async Task<ClientAccount?> MineAsync() =>
        User.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId && await accounts.FindByUserAsync(userId) is { IsOpen: true } account ? account : null;

    private async Task<IActionResult> PageAsync(ClientAccount? account, string? error = null)
    {
        if (account is null)
        {
            return View(nameof(Index), new MembershipsViewModel { HasAccount = false, Key = string.Empty });
        }

        var mine = await store.ListAsync(account.Id);
        var today = await calendar.TodayAsync();
        var unpaid = (await accounts.GetAllocationAsync(account.Id)).Orders
            .FirstOrDefault(order => order.Remaining.IsPositive && mine.Any(membership => membership.MembershipId == order.OrderId));
        return View(nameof(Index), new MembershipsViewModel
        {
            HasAccount = true,
            Memberships = mine,
            MayTake = !mine.Any(membership => !membership.IsCancelled && membership.Until() >= today),
            Fee = Membership.FeeIn((await terms.GetAsync()).Currency),
            ToPay = unpaid is null ? null : await display.BuildDisplayAsync(new OrderToPay(account, unpaid), updater.ModelUpdater),
            Error = error,
            Key = IMoneyForms.NewKey(),
        });
    }
}
