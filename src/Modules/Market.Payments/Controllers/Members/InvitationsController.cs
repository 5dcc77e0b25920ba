using System.Globalization;
using Market.Payments.Invitations;
using Market.Payments.ViewModels.Members;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.BackgroundJobs;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Email;
using OrchardCore.Navigation;

namespace Market.Payments.Controllers.Members;

/// <summary>Clients → Invitations: who is invited to register, who came and who did not.</summary>
public sealed class InvitationsController(
    IAuthorizationService authorization,
    InvitationsPages pages,
    IUnitOfWork work,
    IMoneyForms forms,
    IEmailAddressValidator validator,
    INotifier notifier,
    IStringLocalizer<InvitationsController> S,
    IHtmlLocalizer<InvitationsController> H) : Controller
{
    private const int MostAtOnce = 200;

    private const int MostNamed = 5;

    [Admin("payments/invitations", "PaymentsInvitations")]
    public async Task<IActionResult> Index(PagerParameters pagerParameters) =>
        await MayAsync() ? View(await pages.ReadAsync(pagerParameters)) : Forbid();

    [HttpPost]
    [ActionName(nameof(Index))]
    [EnableRateLimiting(MarketLimits.Invitations)]
    [Admin("payments/invitations", "PaymentsInvite")]
    public async Task<IActionResult> Invite(string? addresses)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var typed = AddressList.Read(addresses);
        if (FaultOf(typed) is { } fault)
        {
            ModelState.AddModelError(nameof(InvitationsViewModel.Addresses), fault);
            var model = await pages.ReadAsync(new PagerParameters());
            model.Addresses = addresses;
            return View(nameof(Index), model);
        }

        var (userId, culture) = (forms.UserId, CultureInfo.CurrentUICulture.Name);
        var (waiting, known) = await work.RunAsync(services => services.GetRequiredService<MarketInvitations>().InviteAsync(typed, userId, culture), answer => answer.Waiting.Count > 0);
        if (known.Count > 0)
        {
            await notifier.InformationAsync(H["These have a login already and are not written to: {0}", Named(known)]);
        }

        if (waiting.Count > 0)
        {
            await SendAsync(waiting);
            await notifier.SuccessAsync(H.Plural(waiting.Count, "One invitation is on its way.", "{0} invitations are on their way. This page shows how far they are."));
        }

        return RedirectToRoute("PaymentsInvitations");
    }

    [HttpPost]
    [Admin("payments/invitations/{id}/again", "PaymentsInviteAgain")]
    public async Task<IActionResult> Again(string id)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var isDone = await work.RunAsync(services => services.GetRequiredService<MarketInvitations>().SendAgainAsync(id), done => done);
        if (isDone)
        {
            await SendAsync([id]);
        }

        await SayAsync(isDone, H["It is sent again. Links of before work no more."]);
        return RedirectToRoute("PaymentsInvitations");
    }

    [HttpPost]
    [Admin("payments/invitations/{id}/withdraw", "PaymentsInviteWithdraw")]
    public async Task<IActionResult> Withdraw(string id)
    {
        if (!await MayAsync())
        {
            return Forbid();
        }

        var userId = forms.UserId;
        await SayAsync(await work.RunAsync(services => services.GetRequiredService<MarketInvitations>().WithdrawAsync(id, userId), done => done), H["The invitation is withdrawn."]);
        return RedirectToRoute("PaymentsInvitations");
    }

    private Task<bool> MayAsync() => authorization.AuthorizeAsync(User, PaymentsPermissions.ManageClients);

    private string? FaultOf(IReadOnlyList<string> typed)
    {
        if (typed.Count is 0 or > MostAtOnce)
        {
            return typed.Count == 0 ? S["Please enter a mail address."] : S["At most {0} are invited at once.", MostAtOnce];
        }

        var wrong = typed.Where(address => address.Length > InvitationStore.MaxAddressLength || !validator.Validate(address)).ToList();
        return wrong.Count == 0 ? null : S["Nobody is invited yet: these are no mail addresses: {0}", Named(wrong)].Value;
    }

    private static string Named(IReadOnlyList<string> addresses) => string.Join(", ", addresses.Take(MostNamed)) + (addresses.Count > MostNamed ? "…" : string.Empty);

    // A hundred mails take minutes; what the process does not come to, the task does.
    private static Task SendAsync(IReadOnlyList<string> invitationIds) =>
        HttpBackgroundJob.ExecuteAfterEndOfRequestAsync("invitations", scope => scope.ServiceProvider.GetRequiredService<InvitationSender>().SendAsync(invitationIds));

    private ValueTask SayAsync(bool isDone, LocalizedHtmlString done) =>
        notifier.AddAsync(isDone ? NotifyType.Success : NotifyType.Warning, isDone ? done : H["This invitation is not open any more."]);
}
