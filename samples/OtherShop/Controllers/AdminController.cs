using Market.Payments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OtherShop.ViewModels;

namespace OtherShop.Controllers;

/// <summary>Coordinators see all memberships here, renew and cancel them.</summary>
public sealed class AdminController(
    IAuthorizationService authorization,
    Memberships memberships,
    MembershipStore store,
    IClientAccounts accounts,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<AdminController> H) : Controller
{
    private const int Newest = 200;

    /// <summary>Shows them.</summary>
    [Admin("memberships", "Memberships")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, MembershipPermissions.ManageMemberships))
        {
            return Forbid();
        }

        var newest = await store.ListNewestAsync(Newest);
        return View(new AdminMembershipsViewModel
        {
            Memberships = newest,
            Accounts = await accounts.FindManyAsync([.. newest.Select(membership => membership.AccountId).Distinct()]),
            Last = newest.GroupBy(membership => membership.AccountId).Select(theirs => theirs.First().MembershipId).ToHashSet(),
            MayViewBalances = await authorization.MayAsync(User, PaymentsRights.ViewBalances),
        });
    }

    /// <summary>Renews one for another year.</summary>
    [HttpPost]
    [Admin("memberships/renew", "MembershipsRenew")]
    public async Task<IActionResult> Renew(MembershipForm form)
    {
        if (!await authorization.AuthorizeAsync(User, MembershipPermissions.ManageMemberships))
        {
            return Forbid();
        }

        return forms.ReadKey(form.Key, ModelState) is { } key
            ? await AnswerAsync(await memberships.RenewAsync(form.MembershipId, key, forms.UserId))
            : await AnswerAsync(new MembershipResult.Refused(ModelState[nameof(form.Key)]!.Errors[0].ErrorMessage));
    }

    /// <summary>Cancels one.</summary>
    [HttpPost]
    [Admin("memberships/cancel", "MembershipsCancel")]
    public async Task<IActionResult> Cancel(MembershipForm form)
    {
        if (!await authorization.AuthorizeAsync(User, MembershipPermissions.ManageMemberships))
        {
            return Forbid();
        }

        return await AnswerAsync(await memberships.CancelAsync(form.MembershipId, forms.UserId));
    }

    private async Task<IActionResult> AnswerAsync(MembershipResult result)
    {
        switch (result)
        {
            case MembershipResult.Refused refused:
                await notifier.ErrorAsync(H["{0}", refused.Sentence]);
                break;
            case MembershipResult.Done { Membership: { IsCancelled: true } }:
                await notifier.SuccessAsync(H["The membership is cancelled. Nothing is due for it any more."]);
                break;
            case MembershipResult.Done { Membership: var membership }:
                await notifier.SuccessAsync(H["The membership is renewed until {0}.", membership.Until().InWords()]);
                break;
        }

        return RedirectToAction(nameof(Index));
    }
}
