using Market.Payments.Paying;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Controllers;

/// <summary>Ends an account's payment links: one was passed on, or sent to the wrong person.</summary>
public sealed class PaymentLinksController(
    IAuthorizationService authorization,
    IClientAccounts accounts,
    IUnitOfWork work,
    IMoneyForms forms,
    INotifier notifier,
    IHtmlLocalizer<PaymentLinksController> H) : Controller
{
    [HttpPost]
    [Admin("payments/accounts/{id}/links/revoke", "PaymentsRevokeLinks")]
    public async Task<IActionResult> Revoke(string id)
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.RecordPayments))
        {
            return Forbid();
        }

        if (await accounts.FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        var userId = forms.UserId;
        await work.RunAsync(
            async services =>
            {
                await services.GetRequiredService<PaymentLinks>().RevokeAsync(account, userId);
                return true;
            },
            _ => true);
        await notifier.SuccessAsync(H["All payment links of this account are revoked, those in mails too."]);
        return RedirectToRoute("PaymentsAccount", new { id });
    }
}
