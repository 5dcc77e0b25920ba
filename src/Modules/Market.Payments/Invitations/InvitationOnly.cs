using Market.Payments.Models;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Settings;

namespace Market.Payments.Invitations;

/// <summary>Where the market has only those register who are invited, whoever comes to Orchard's page without an invitation reads how to come in.</summary>
public sealed class InvitationOnly(ISiteService siteService, InvitedVisitor visitor) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (RegistrationDoor.IsAt(context.HttpContext)
            && context.ActionDescriptor is ControllerActionDescriptor { ControllerName: "Registration", ActionName: "Register" }
            && await IsOnAsync(siteService)
            && await visitor.FindAsync() is null)
        {
            context.Result = new RedirectToRouteResult("InvitationNeeded", null);
            return;
        }

        await next();
    }

    internal static async Task<bool> IsOnAsync(ISiteService siteService) => (await siteService.GetSettingsAsync<PaymentsSettings>()).RegistrationByInvitation;
}
